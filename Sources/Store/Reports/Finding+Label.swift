public import Records

extension Finding {
    /// What is damaged, what it means, and what can be done.
    public var label: Label {
        switch kind {
        case .tornTail(let bytes):
            Label(
                "\(name) 末尾有 \(bytes) 字节不完整：上次保存被中断，或末尾丢失。已切除并留存\(place)。请核对最后一次填写的内容。",
                "\(name): \(bytes) bytes at the end are incomplete; the last save was cut short, or its end was lost. Cut off and kept\(placeEn). Check the last thing you entered."
            )
        case .damagedLog(let changes) where aside == nil:
            Label(
                "\(name) 中约 \(changes) 次改动缺失或读不出来，其余已恢复。请核对最近的记录，或与其他电脑同步，并检查磁盘。",
                "\(name): about \(changes) changes are missing or cannot be read; the others were recovered. Check recent records, or sync with another laptop, and check the disk."
            )
        case .damagedLog(let changes):
            Label(
                "\(name) 中间损坏，约 \(changes) 次改动存疑，其后的改动已恢复。损坏部分已留存\(place)。请核对最近的记录，或与其他电脑同步。",
                "\(name) is damaged in the middle; about \(changes) changes are in doubt, those after it were recovered. The damaged part is kept\(placeEn). Check recent records, or sync with another laptop."
            )
        case .missingLog:
            Label(
                "\(name) 不见了：最近保存、还没有归档的改动可能丢失。请核对最近的记录，或与其他电脑同步。",
                "\(name) is gone: changes saved lately may be lost. Check recent records, or sync with another laptop.")
        case .repairedLog:
            Label(
                "\(name) 的描述有一处损坏，已修复，没有内容丢失。请留意磁盘。",
                "\(name): its description was damaged and repaired; nothing is lost. Watch the disk.")
        case .repairedDescription:
            Label(
                "\(name) 的一份副本损坏，已用另一份修复。请留意磁盘。",
                "\(name): one copy was damaged and repaired from the other. Watch the disk.")
        case .damagedHeader:
            Label(
                "\(name) 的文件头或签名不符，内容已逐条校验后读取。可与其他电脑同步取回完好的文件。",
                "\(name): the head or signature is wrong; its changes were checked one by one. Sync with another laptop to get a good copy."
            )
        case .damagedChanges(let count):
            Label(
                "\(name) 中有 \(count) 次改动无法读取，其余已读取，文件保留不动。请与其他电脑同步，取回完好的文件。",
                "\(name): \(count) changes cannot be read, the others were; the file is left as it is. Sync with another laptop to get a good copy."
            )
        case .damagedValues(let count):
            Label(
                "\(name) 中有 \(count) 次改动的内容损坏，只知道改过。请与其他电脑同步，取回完好的文件。",
                "\(name): the values of \(count) changes are damaged; only that they were made is known. Sync with another laptop to get a good copy."
            )
        case .brokenChain:
            Label(
                "\(name) 与前一个文件接不上：前面的文件还没到，或已丢失。请同步。",
                "\(name) does not follow on: what comes before has not arrived or is lost. Sync.")
        case .fork:
            Label(
                "\(name) 出现两条分支：这台或另一台电脑被复制或恢复过。两边都已保留。",
                "\(name): two branches, since a laptop was copied or restored. Both are kept.")
        case .parked:
            Label(
                "\(name) 由更新的版本写入，暂不读取，会原样转发。请升级。",
                "\(name) was written by a newer version; it is kept and passed on unread. Upgrade.")
        case .strangeFile: Label("\(name) 不是本程序的文件，未作改动。", "\(name) is not a file of this program; left alone.")
        case .damagedSnapshot:
            Label("\(name) 已损坏，将重建索引，没有内容丢失。", "\(name) is damaged; the index is rebuilt and nothing is lost.")
        case .damagedWriter:
            Label("\(name) 已损坏，下次打开时换新编号书写。", "\(name) is damaged; the next opening writes under a new name.")
        case .damagedLocal:
            Label(
                "\(name) 已损坏，其中只有本机自用的内容，会重新生成。",
                "\(name) is damaged; it only holds what this laptop notes for itself and is made anew.")
        case .missingKey:
            Label(
                "\(name) 使用的密钥这里没有，暂不读取，会原样保留和转发。请与其他电脑同步。",
                "\(name) is sealed with a key that is not here; it is kept and passed on unread. Sync with another laptop."
            )
        case .damagedKeys:
            Label(
                "\(name) 的两份副本都已损坏。请从其他电脑或备份恢复，不要删除任何文件。",
                "\(name) is damaged in both copies. Restore it from another laptop or a copy; delete nothing.")
        case .strangeKeys:
            Label(
                "\(name) 不是由持有密钥的人生成，未使用。请报告负责人。",
                "\(name) was not made by anybody who had the keys; it is not used. Tell whoever is in charge.")
        case .notErased:
            Label(
                "\(name) 中还有已依法删除的内容：这是旧的副本。下次打开时会清除。",
                "\(name) still holds what was erased: it is an old copy. It will be cleaned at the next opening.")
        case .damagedDraft:
            Label(
                "草稿 \(name) 已损坏，无法恢复，文件保留不动。",
                "The draft \(name) is damaged and cannot be read; the file is left as it is.")
        }
    }

    /// What was found, a sentence or two for each kind: a colleague's newer version may have written hundreds of files.
    ///
    /// - Parameter findings: what was found.
    /// - Returns: the sentences, in the order in which their kinds came up.
    public static func labels(of findings: [Finding]) -> [Label] {
        var kinds: [(name: Substring, first: Finding, count: Int)] = []
        for finding in findings {
            let name = "\(finding.kind)".prefix { $0 != "(" }
            if let place = kinds.firstIndex(where: { $0.name == name }) {
                kinds[place].count += 1
            } else {
                kinds.append((name, finding, 1))
            }
        }
        return kinds.map { kind in
            guard kind.count > 1 else { return kind.first.label }
            let more = Label(
                "这样的还有 \(kind.count - 1) 处，用 beatbook verify 看全部。",
                " \(kind.count - 1) more like this: beatbook verify lists them.")
            return Label(kind.first.label.zh + more.zh, kind.first.label.en + more.en)
        }
    }

    private var place: String { aside.map { "于 \($0)" } ?? "" }
    private var placeEn: String { aside.map { " in \($0)" } ?? "" }
}
