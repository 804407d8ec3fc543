public import Records

/// Who may see and write what: one value for screen, search, counts, export, print, history and command line alike.
///
/// What no line allows is denied (RIGHTS.md rule 4).
public struct AccessTable: Hashable, Sendable {
    /// One line of the table.
    public struct Line: Hashable, Sendable {
        /// Whom it is for.
        public let role: OfficerRole
        /// The record type.
        public let type: TypeID
        /// The kinds of follow-up it covers; `nil` for types without kinds.
        public let kinds: Set<FollowupKind>?
        /// The highest confidentiality it covers.
        public let upTo: Confidentiality
        /// What it allows.
        public let access: Access
    }

    /// The lines.
    public let lines: [Line]
    private let capabilities: [OfficerRole: Set<Capability>]

    /// What a role may do with records of a type.
    ///
    /// - Parameters:
    ///   - role: the role.
    ///   - type: the record type.
    ///   - kind: the kind of follow-up, for follow-ups and their entries.
    ///   - level: how confidential the record is.
    ///   - isNamed: whether the officer is the one responsible or the deputy; without that C2 and C3 stay closed.
    /// - Returns: the widest that a line allows; otherwise none.
    public func access(
        _ role: OfficerRole, to type: TypeID, kind: FollowupKind? = nil, level: Confidentiality = .c1, isNamed: Bool
    ) -> Access {
        let isFollowup = type == Followup.type.id || type == FollowupEntry.type.id
        if isFollowup, kind == nil { return .none }
        // The duty to be named binds duties towards a person; a minor's mediation is open to whoever holds the restricted key.
        if isFollowup, level > .c1, !isNamed { return .none }
        return lines.filter { line in
            guard line.role == role, line.type == type, level <= line.upTo else { return false }
            guard let kinds = line.kinds else { return true }
            return kind.map { kinds.contains($0) } ?? false
        }.map(\.access).max() ?? .none
    }

    /// What an officer may do with a record.
    ///
    /// - Parameters:
    ///   - role: the officer's role.
    ///   - officer: the officer's record.
    ///   - type: the record's type.
    ///   - values: the record.
    ///   - followup: the follow-up an entry belongs to; an entry whose follow-up is not known stays closed above C1.
    /// - Returns: the access.
    public func access(
        _ role: OfficerRole, officer: RecordID, to type: TypeID, values: FieldValues, followup: FieldValues? = nil
    ) -> Access {
        switch type {
        case Followup.type.id:
            return access(
                role, to: type, kind: values[Followup.kind], level: .level(of: values, type),
                isNamed: values[Followup.officers]?.contains(officer) == true)
        case FollowupEntry.type.id:
            return access(
                role, to: type, kind: values[FollowupEntry.kind], level: .level(of: values, type),
                isNamed: followup?[Followup.officers]?.contains(officer) == true)
        case Mediation.type.id:
            let allowed = access(role, to: type, level: .level(of: values, type), isNamed: false)
            // 治安调解 is an act of the police: auxiliaries assist, they do not conduct it.
            return role == .auxiliary && Mediation.isPolice(values) ? min(allowed, .read) : allowed
        default: return access(role, to: type, isNamed: false)
        }
    }

    /// Whether a role may read any record of a type.
    ///
    /// - Parameters:
    ///   - role: the role.
    ///   - type: the record type.
    /// - Returns: whether a line of the table says so.
    public func reads(_ role: OfficerRole, _ type: TypeID) -> Bool {
        lines.contains { $0.role == role && $0.type == type && $0.access >= .read }
    }

    /// Whether a role may do something besides opening records.
    ///
    /// - Parameters:
    ///   - capability: what.
    ///   - role: the role.
    /// - Returns: whether it may.
    public func may(_ capability: Capability, as role: OfficerRole) -> Bool {
        capabilities[role]?.contains(capability) == true
    }

    /// Whether a role may see a follow-up kind at all, named for it or not.
    ///
    /// - Parameters:
    ///   - role: the role.
    ///   - kind: the kind.
    /// - Returns: what the role may do when it is named.
    public func widest(_ role: OfficerRole, kind: FollowupKind) -> Access {
        access(
            role, to: Followup.type.id, kind: kind, level: kind.confidentiality(isMinor: false), isNamed: true)
    }

    /// The table of every police room.
    public static let standard = AccessTable(
        lines: [
            line(.beat, Household.type, .c1, .write), line(.beat, Visit.type, .c1, .write),
            line(.beat, Mediation.type, .c3, .write), line(.beat, Officer.type, .c1, .write),
            line(.beat, Room.type, .c1, .write),
            line(.beat, Followup.type, .c3, .write, kinds: Set(FollowupKind.allCases)),
            line(.beat, FollowupEntry.type, .c3, .write, kinds: Set(FollowupKind.allCases)),
            line(.auxiliary, Household.type, .c1, .write), line(.auxiliary, Visit.type, .c1, .write),
            line(.auxiliary, Mediation.type, .c1, .write), line(.auxiliary, Officer.type, .c1, .read),
            line(.auxiliary, Room.type, .c1, .read),
            line(.auxiliary, Followup.type, .c1, .read, kinds: auxiliaryKinds),
            line(.auxiliary, FollowupEntry.type, .c1, .write, kinds: auxiliaryKinds),
            line(.mediator, Mediation.type, .c3, .write), line(.mediator, Officer.type, .c1, .read),
            line(.mediator, Room.type, .c1, .read),
            line(.leader, Officer.type, .c1, .write), line(.leader, Room.type, .c1, .write),
        ],
        capabilities: [
            .beat: [
                .statistics, .readAudit, .readRestrictedAudit, .erase, .disclose, .openRestricted, .manageOfficers,
            ],
            .auxiliary: [.readAudit],
            .mediator: [.openRestricted],
            // The key alone lets a leader go through restricted lines of the audit log; no line of the table opens a record.
            .leader: [
                .statistics, .approve, .exportHouseholds, .manageOfficers, .readAudit, .readRestrictedAudit,
                .openRestricted,
            ],
        ])

    /// Auxiliaries help with these; none of what is restricted (RIGHTS.md rule 4: F01–F09, F12, F15): they have no key to it.
    private static let auxiliaryKinds = Set(FollowupKind.allCases).subtracting(FollowupKind.restricted)

    private static func line(
        _ role: OfficerRole, _ type: RecordType, _ upTo: Confidentiality, _ access: Access,
        kinds: Set<FollowupKind>? = nil
    ) -> Line {
        Line(role: role, type: type.id, kinds: kinds, upTo: upTo, access: access)
    }
}
