public import Records

extension Finding {
    /// A word for scripts: the kind of damage, without its numbers.
    public var code: String {
        switch kind {
        case .tornTail: "torn-tail"
        case .damagedLog: "damaged-log"
        case .missingLog: "missing-log"
        case .repairedLog: "repaired-log"
        case .repairedDescription: "repaired-copy"
        case .damagedHeader: "damaged-head"
        case .damagedChanges: "damaged-changes"
        case .damagedValues: "damaged-values"
        case .brokenChain: "broken-chain"
        case .fork: "fork"
        case .parked: "newer-version"
        case .strangeFile: "strange-file"
        case .damagedSnapshot: "damaged-index"
        case .damagedDraft: "damaged-draft"
        case .damagedWriter: "damaged-writer"
        case .damagedLocal: "damaged-local"
        case .missingKey: "missing-key"
        case .damagedKeys: "damaged-keys"
        case .strangeKeys: "strange-keys"
        case .notErased: "not-erased"
        }
    }

    /// What it means for what the officer wrote.
    public var meaning: Label {
        switch kind {
        case .tornTail:
            Label(
                "最后一次保存可能没有完成；显示过“已保存”的，请核对。",
                "The last save may not have been completed; check what was shown as saved.")
        case .damagedLog, .missingLog:
            Label("最近保存、还没有归档的改动可能缺失。", "Changes saved lately, not yet in a segment, may be missing.")
        case .damagedChanges(let count):
            Label("这台电脑上有 \(count) 次改动读不出来。", "\(count) changes cannot be read on this laptop.")
        case .damagedValues(let count):
            Label(
                "\(count) 次改动知道是谁、何时、改了哪一项，但内容读不出来。",
                "Of \(count) changes it is known who made them, when and where, but not what they say.")
        case .brokenChain:
            Label("前面有文件不在这里，其中的改动现在看不到。", "A file that comes before is not here; its changes cannot be seen now.")
        case .missingKey, .parked:
            Label("其中的改动现在看不到，没有丢失。", "Its changes cannot be seen now; they are not lost.")
        case .damagedDraft:
            Label("这份没有保存的草稿读不出来；已保存的记录不受影响。", "This unsaved draft cannot be read; saved records are safe.")
        case .damagedKeys:
            Label("用这把钥匙的人或内容可能打不开。", "Whoever, or whatever, needs this key may not open.")
        case .notErased:
            Label("已清除的内容在这个文件里还有。", "Something that was erased is still in this file.")
        case .strangeKeys, .strangeFile:
            Label("它没有被使用，记录不受影响。", "It is not used; no record is affected.")
        case .repairedLog, .repairedDescription, .damagedHeader, .fork, .damagedSnapshot, .damagedWriter, .damagedLocal:
            Label("没有内容丢失。", "Nothing that was written is lost.")
        }
    }

    /// What can be recovered, and from where.
    ///
    /// - Parameter rescue: where good copies are.
    /// - Returns: the next step.
    public func remedy(_ rescue: Rescue?) -> Label {
        switch kind {
        case .tornTail, .damagedLog, .missingLog, .repairedLog:
            Label(
                "这部分只在这台电脑上；能读出的已经恢复。请核对最近的记录，并检查磁盘。",
                "This part exists on this laptop only; what could be read is back. Check recent records, and the disk.")
        case .damagedSnapshot: Label("下次打开时自动重建。", "It is built anew at the next opening.")
        case .repairedDescription:
            Label("下次打开时用另一份修复。请检查磁盘。", "The next opening repairs it from its other copy. Check the disk.")
        case .damagedWriter, .damagedLocal:
            Label("下次打开时自动重新生成。请检查磁盘。", "It is made anew at the next opening. Check the disk.")
        case .damagedDraft: Label("草稿没有别的副本。文件保留不动。", "A draft has no other copy. The file is left as it is.")
        case .fork, .strangeFile: Label("不需要处理。", "Nothing needs to be done.")
        case .parked: Label("请升级本程序。", "Upgrade this program.")
        case .notErased: Label("下次打开时会继续清除。", "The next opening goes on erasing.")
        case .strangeKeys: Label("请报告负责人。", "Tell whoever is in charge.")
        case .damagedHeader, .damagedChanges, .damagedValues, .brokenChain, .missingKey, .damagedKeys:
            elsewhere(rescue)
        }
    }

    private func elsewhere(_ rescue: Rescue?) -> Label {
        if let rescue, !rescue.copies.isEmpty {
            let places = rescue.copies.joined(separator: " ")
            return Label("完好的一份在 \(places)，请从那里同步。", "A good copy is in \(places): sync from there.")
        }
        if let rescue, !rescue.writers.isEmpty {
            let writers = rescue.writers.map { String($0.rawValue.prefix(6)) }.joined(separator: " ")
            return Label(
                "编号以 \(writers) 开头的电脑有这个文件：请与它们同步。",
                "Laptops whose number begins with \(writers) have this file: sync with them.")
        }
        return Label(
            "还没有找到另一份。请用 --from 指出其他电脑或 U 盘的目录再校验一次；不要删除任何文件。",
            "No other copy was found yet. Name the directories of other laptops or sticks with --from and check again; delete nothing."
        )
    }
}
