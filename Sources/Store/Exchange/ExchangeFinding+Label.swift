public import Records

extension ExchangeFinding {
    /// What it means and what to do next.
    public var label: Label {
        switch kind {
        case .incomplete:
            Label(
                "\(count) 个文件不完整\(such)，视为尚未送达，原样保留。请让对方再同步一次。",
                "Incomplete files: \(count)\(suchEn). Taken as not here yet and left alone. Let the other side sync again."
            )
        case .foreign:
            Label(
                "\(count) 个文件属于另一个单位的本子\(such)，没有读取，也没有改动。",
                "Files of another station's notebook: \(count)\(suchEn). Not read and left alone.")
        case .newer:
            Label(
                "\(count) 个文件由更新的版本写入，暂不读取，会原样转发。升级后即可看到。",
                "Files of a newer version: \(count). Kept and passed on unread; upgrade to see them.")
        case .strange:
            Label(
                "\(count) 个文件不是片警本的\(such)，没有改动。",
                "Files that are not Beatbook's: \(count)\(suchEn). Left alone.")
        case .unreadable:
            Label(
                "\(count) 处无法读取\(such)。请检查权限或介质，其余照常。",
                "Cannot be read: \(count)\(suchEn). Check permissions or the medium; the rest went on.")
        case .badName:
            Label(
                "\(count) 个文件的名称不是 UTF-8 编码（如 GBK），打不开。请改名或换一种方式拷贝。",
                "Names that are not UTF-8 (GBK, say): \(count). Such files cannot be opened; rename or copy them anew."
            )
        case .link:
            Label(
                "\(count) 个链接或特殊文件\(such)，没有进入。",
                "Links or special files: \(count)\(suchEn). Not followed.")
        case .tooDeep:
            Label("\(count) 个目录层级过深\(such)，没有进入。", "Directories that lie too deep: \(count)\(suchEn). Not entered.")
        case .readOnly:
            Label(
                "这里不能写入，只取回了对方的内容，本机的没有送出。请检查写保护或权限。",
                "Nothing can be written there: what it had was fetched, what is here was not sent. Check the write lock or permissions."
            )
        case .broken:
            Label(
                "写入中断\(such)：介质出错或已被拔出。请重新插好再同步，会从断开处继续。",
                "Writing broke off\(suchEn): the medium failed or was removed. Put it back and sync again; it goes on from there."
            )
        case .fullThere(let bytes):
            Label(
                "那里的空间不够，还差约 \(Self.size(bytes))。请清理后再同步。",
                "There is not enough room there: about \(Self.size(bytes)) more is needed. Free some and sync again.")
        case .fullHere(let bytes):
            Label(
                "本机磁盘空间不够，还差约 \(Self.size(bytes))，没有取回。请清理后再同步。",
                "There is not enough room on this laptop: about \(Self.size(bytes)) more is needed; nothing was fetched. Free some and sync again."
            )
        case .wentBack:
            Label(
                "这里退回到了从前：少了 \(count) 个上次还在的文件，像是被旧备份覆盖过。本机都有，会补回。",
                "This place went back in time: \(count) files that were there last time are gone, as if an old copy was put over it. They are all here and go back."
            )
        case .emptied:
            Label(
                "这里上次的 \(count) 个文件都不在了，像是被清空过。本机都有，会补回。",
                "None of the \(count) files of last time is there: it looks wiped. They are all here and go back."
            )
        case .damagedHere:
            Label(
                "本机有 \(count) 个文件损坏\(such)，没有送出，这里也没有完好的。请与其他电脑同步。",
                "Damaged files on this laptop: \(count)\(suchEn). They were not sent, and this place has no good ones. Sync with another laptop."
            )
        case .healed:
            Label(
                "本机有 \(count) 个损坏的文件，已用这里完好的修复。",
                "Damaged files of this laptop that were mended with good ones from there: \(count).")
        case .keyMissing:
            Label(
                "\(count) 个文件使用的密钥还没有送到，已保存，密钥到了就能看到。",
                "Files sealed with a key that has not arrived: \(count). Kept, and readable once it does.")
        case .ahead:
            Label(
                "\(count) 次改动的时间比现在晚一天以上，已接收，时间可疑。请核对两台电脑的时钟。",
                "Changes with a time more than a day ahead: \(count). Accepted; their time is doubtful. Compare both laptops' clocks."
            )
        case .own:
            Label(
                "这里有 \(count) 个以本机名义写的文件，而本机没有：本机像是拷贝或恢复来的。两边都已保留，此后用新的名义书写。",
                "\(count) files there are under this laptop's name and unknown to it: it looks copied or restored. Both are kept; it writes under a new name from now on."
            )
        case .damagedKeys:
            Label(
                "\(count) 个密钥文件损坏\(such)，没有使用。本机的密钥不受影响。",
                "Damaged key files: \(count)\(suchEn). Not used; this laptop's keys are not affected.")
        case .refusedMembers:
            Label(
                "另一台电脑添加 \(count) 人时还不知道有人已停用，为安全起见没有采用。请重新添加。",
                "\(count) people were added by a laptop that did not know of a retired key; for safety they were not taken over. Add them again."
            )
        case .excluded:
            Label(
                "另一台电脑换了密钥，没有给您：您可能已在那里停用。那里新写的内容这里看不到，请找负责人。",
                "Another laptop made new keys without you: you may have been retired there. What is written there now cannot be read here; ask whoever is in charge."
            )
        case .waiting:
            Label(
                "有 \(count) 次受限内容的改动还没有送出：要等能打开的人在本机同步。",
                "Restricted changes that were not sent: \(count). They wait until somebody who may open them syncs here."
            )
        case .erasures:
            Label(
                "这里还有已清除的内容没有删净。请保持可写，再同步一次。",
                "Something that was erased could not be taken out of this place. Make it writable and sync again.")
        case .otherStore:
            Label(
                "这个目录是另一个单位的本子在用，没有改动。请换一个目录。",
                "This directory is used by another station's notebook; it was left alone. Choose another directory.")
        }
    }

    private var such: String { spoken.map { "（如 \($0)）" } ?? "" }
    private var suchEn: String { spoken.map { " (such as \($0))" } ?? "" }

    /// The example, unless it is a segment: its name says nothing to anybody.
    ///
    /// Where permissions are missing it does.
    private var spoken: String? {
        kind == .unreadable || example?.contains(FileNames.segments + "/") != true ? example : nil
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\(max(1, bytes >> 10)) KB" : "\((bytes + (1 << 20) - 1) >> 20) MB"
    }
}
