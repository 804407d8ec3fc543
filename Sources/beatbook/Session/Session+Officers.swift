import Desk

extension Session {
    /// The officer that is meant.
    func officer(named name: String) throws(CommandFailure) -> OfficerEntry {
        let all = try asking { () throws(DeskError) in try desk.officers() }
        let found = all.filter { $0.isActive && ($0.name == name || $0.id.rawValue == name) }
        guard let one = found.first, found.count == 1 else {
            throw CommandFailure(
                .refused,
                found.isEmpty
                    ? Label(
                        "“\(name)”不是在任人员。用 beatbook officers 查看。",
                        "“\(name)” is nobody in office. See beatbook officers.")
                    : Label(
                        "“\(name)”不止一人，请用编号。用 beatbook officers --json 查看。",
                        "“\(name)” is more than one person: use the identity. See beatbook officers --json."))
        }
        return one
    }
}
