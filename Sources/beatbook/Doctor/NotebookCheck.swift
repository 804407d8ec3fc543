import Desk
import Glibc

/// Whether the notebook can be opened and written, and what it lacks.
enum NotebookCheck {
    static func checks(_ path: String) -> [Check] {
        let environment = Desk.systemEnvironment()
        do throws(DeskError) {
            guard try Desk.exists(at: path, environment: environment) else {
                return [
                    Check(
                        "store", .doubtful,
                        Label(
                            "\(path) 里还没有本子。用 beatbook init 新建。",
                            "There is no notebook in \(path) yet. Make one with beatbook init.")
                    )
                ]
            }
            let desk = try Desk.open(at: path, environment: environment, holidays: Holidays.load())
            defer { desk.rest() }
            return [store(desk, path), access(path)] + desk.opening.notices.map { Check("notice", .doubtful, $0) }
                + [holidays(desk)]
        } catch {
            return [Check("store", .bad, Label("\(path)：\(error.label.zh)", "\(path): \(error.label.en)"))]
        }
    }

    private static func store(_ desk: Desk, _ path: String) -> Check {
        let kind =
            desk.isDemo
            ? Label("虚构示例", "fictional demo") : desk.isSealed ? Label("已加密", "sealed") : Label("未加密", "not encrypted")
        if !desk.isLocked, let reason = desk.readOnlyReason {
            return Check(
                "store", .doubtful, Label("\(path)：\(kind.zh)；\(reason.zh)", "\(path): \(kind.en); \(reason.en)"))
        }
        if desk.isLocked {
            return Check("store", .fine, Label("\(path)：已加密，锁定中", "\(path): sealed, locked"))
        }
        return Check("store", .fine, Label("\(path)：\(kind.zh)，可以读写", "\(path): \(kind.en), can be written"))
    }

    private static func access(_ path: String) -> Check {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & 0o077 != 0 else {
            return Check("access", .fine, Label("目录只有本人能读", "only its owner can read the folder"))
        }
        return Check(
            "access", .doubtful,
            Label(
                "其他用户能读 \(path)。请运行 chmod 700。", "Other users can read \(path). Run chmod 700 on it."))
    }

    private static func holidays(_ desk: Desk) -> Check {
        guard let note = desk.missingHolidays else {
            return Check("holidays", .fine, Label("节假日表已载入", "the holiday table is loaded"))
        }
        let place = Holidays.path ?? "holidays.json"
        return Check(
            "holidays", .doubtful,
            Label(
                "\(note.zh)，期限按周末计算。请把表放在 \(place)。",
                "\(note.en): deadlines go by weekends alone. Put the table in \(place)."))
    }
}
