import Records

/// The two lines in which a change is stored, in the log as in a segment.
///
/// Body line, hashed for the change's identity and signed with its segment:
/// ```
/// {"officer":ID,"ms":N,"zone":N[,"clock":"doubtful"][,"batch":T][,"undoes":HASH][,"seen":[HASH…]],
///  "ops":[[RECORD,COMMITMENT,[N…,PATH…],[N…,PATH…]…]…][,further members]}
/// ```
/// One list in `ops` per record. After the commitment come groups of paths: the numbers point into `seen` and are the
/// `pred` of every path in the group. The commitment is SHA-256(salt ‖ the bytes of the values' list as stored).
///
/// Payload line, which can be emptied without touching the body:
/// ```
/// [TAG,[SALT,[VALUE…]]…]
/// ```
/// TAG is the first eight characters of the change's identity, so that damage can be told line by line. One element
/// per record, in the order of the body; `null` once it is erased.
struct ChangeLines: Hashable, Sendable {
    /// The body line, without its end.
    let body: [UInt8]
    /// The payload line, without its end.
    let payload: [UInt8]
    /// The change's identity: the hash of the body line.
    let id: ChangeID

    /// How many characters of the identity the payload line repeats.
    static let tagLength = 8
    /// How many random bytes hide the values behind the commitment.
    static let saltLength = 16

    /// How many bytes the lines take in a file.
    var size: Int { body.count + payload.count + 2 }
}
