import Desk

/// An open notebook with somebody at it, for the length of one command.
struct Session {
    let desk: Desk
    let language = Surroundings.language

    /// Opens the notebook that is meant and signs the officer in.
    ///
    /// - Parameters:
    ///   - store: which notebook.
    ///   - officer: who acts.
    ///   - signsIn: whether somebody must act in a clear notebook; `false` looks at files and not at records. A sealed
    ///     one asks for a passphrase all the same.
    /// - Throws: `CommandFailure`.
    init(_ store: StoreOptions, officer: OfficerOption, signsIn: Bool = true) throws(CommandFailure) {
        let path = try StorePlace.path(store.store)
        try self.init(path: path)
        guard desk.isLocked else {
            if signsIn { try signIn(officer.name) }
            return
        }
        try unlock(store, name: officer.name)
        for notice in desk.opening.notices { Console.note(notice) }
    }

    /// Opens the notebook of a directory, with nobody at it.
    init(path: String) throws(CommandFailure) {
        let environment = Desk.systemEnvironment()
        let exists = try asking { () throws(DeskError) in try Desk.exists(at: path, environment: environment) }
        guard exists else { throw Self.missing(path) }
        let holidays = Holidays.load()
        desk = try asking { () throws(DeskError) in
            try Desk.open(at: path, environment: environment, holidays: holidays)
        }
        for notice in desk.opening.notices { Console.note(notice) }
    }

    /// A notebook that is open already.
    init(_ desk: Desk) {
        self.desk = desk
    }

    /// Does what opening the next time is quicker for; nothing is lost without it.
    ///
    /// A command does not close the log into a segment as the end of a sitting does: a script of a thousand commands
    /// would leave a thousand segments.
    func finish() {
        desk.leave()
        if let notice = desk.takeAuditNotice() { Console.note(notice) }
    }

    static func missing(_ path: String) -> CommandFailure {
        CommandFailure(
            .store,
            Label(
                "\(path) 里没有片警本的数据。用 beatbook init 新建，用 beatbook demo 看虚构的示例，或用 --store 指定位置。",
                "There is no notebook in \(path). Make one with beatbook init, look at a fictional one with beatbook demo, or name another place with --store."
            ))
    }

    /// Signs in who is named, else who is the only one in office.
    func signIn(_ option: String?) throws(CommandFailure) {
        let people = desk.people()
        let name = option ?? Surroundings.variable("BEATBOOK_OFFICER")
        guard let name else {
            guard let only = people.first, people.count == 1 else {
                throw CommandFailure(
                    .usage,
                    people.isEmpty
                        ? Label("没有在任的人员，不能读写记录。", "Nobody is in office, so no record can be read or written.")
                        : Label(
                            "请用 --officer（或 BEATBOOK_OFFICER）写明办理人：\(Self.names(people, "、"))",
                            "Name who acts with --officer (or BEATBOOK_OFFICER): \(Self.names(people, ", "))"))
            }
            return try asking { () throws(DeskError) in try desk.signIn(only.id) }
        }
        var found = people.filter { $0.name == name || $0.id.rawValue == name }
        if found.isEmpty {
            found = people.filter {
                $0.name.hasPrefix(name) || Pinyin.matches(query: name, text: $0.name, isName: true) != nil
            }
        }
        guard let person = found.first, found.count == 1 else {
            let names = found.isEmpty ? people : found
            throw CommandFailure(
                .refused,
                Label(
                    "“\(name)”\(found.isEmpty ? "不是在任人员" : "不止一人")。在任：\(Self.names(names, "、"))",
                    "“\(name)” is \(found.isEmpty ? "nobody in office" : "more than one person"). In office: \(Self.names(names, ", "))"
                ))
        }
        try asking { () throws(DeskError) in try desk.signIn(person.id) }
    }

    private static func names(_ people: [Desk.Person], _ separator: String) -> String {
        people.map(\.name).joined(separator: separator)
    }
}
