import Desk
import Glibc

/// Whether the machine keeps to itself what the notebook holds: swap, core dumps, room on the disk.
enum MachineCheck {
    static func checks(_ path: String) -> [Check] { [swap(), dumps(), room(path)] }

    /// What was in memory may lie on the disk for years.
    private static func swap() -> Check {
        guard let bytes = SmallFile.read("/proc/swaps") else {
            return Check("swap", .doubtful, Label("交换区情况查不到。", "Whether there is swap is not known."))
        }
        let areas = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
            .compactMap { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) }
        let open = areas.filter { !isProtected($0) }
        guard open.isEmpty else {
            return Check(
                "swap", .doubtful,
                Label(
                    "交换区没有加密（\(open.joined(separator: "、"))），内存里的内容可能留在硬盘上。请加密或用 swapoff 关闭。",
                    "Swap is not encrypted (\(open.joined(separator: ", "))): what was in memory may stay on the disk. Encrypt it, or turn it off with swapoff."
                ))
        }
        return Check("swap", .fine, Label("没有未加密的交换区", "no swap that is not encrypted"))
    }

    /// zram lies in memory; device mapper says itself whether it encrypts.
    private static func isProtected(_ device: String) -> Bool {
        guard !device.hasPrefix("/dev/zram") else { return true }
        guard let real = realpath(device, nil) else { return false }
        defer { free(real) }
        let name = String(cString: real).split(separator: "/").last.map(String.init) ?? ""
        guard name.hasPrefix("dm-"), let uuid = SmallFile.read("/sys/block/\(name)/dm/uuid") else { return false }
        return uuid.starts(with: "CRYPT-".utf8)
    }

    private static func dumps() -> Check {
        var limit = rlimit()
        let isLimited = getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 && limit.rlim_cur == 0
        let pattern = SmallFile.read("/proc/sys/kernel/core_pattern").map { String(decoding: $0, as: UTF8.self) } ?? ""
        // A pipe is given the dump whatever the limit says (core(5)), but not of a process that may not be dumped.
        guard isLimited, ProcessPrivacy.isOn || !pattern.hasPrefix("|") else {
            return Check(
                "core", .doubtful,
                Label(
                    "程序崩溃时内存会写到硬盘。请用 ulimit -c 0 关闭，并检查 /proc/sys/kernel/core_pattern。",
                    "When a program crashes its memory is written to disk. Turn that off with ulimit -c 0, and look at /proc/sys/kernel/core_pattern."
                ))
        }
        return Check("core", .fine, Label("崩溃时不留内存转储", "no core dumps"))
    }

    private static func room(_ path: String) -> Check {
        var facts = statvfs()
        var folder = path
        // The notebook may not be there yet; the nearest folder that is lies on the same disk.
        while statvfs(folder, &facts) != 0 {
            guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else {
                return Check("disk", .doubtful, Label("磁盘余量查不到。", "The room on the disk is not known."))
            }
            folder = String(folder[..<slash])
        }
        let free = Int(clamping: UInt64(facts.f_bavail) * UInt64(facts.f_frsize)) >> 20
        guard free >= 200 else {
            return Check(
                "disk", .doubtful, Label("磁盘只剩 \(free) MB，请清理。", "Only \(free) MB are left on the disk: make room."))
        }
        return Check("disk", .fine, Label("磁盘余 \(free) MB", "\(free) MB free on the disk"))
    }
}
