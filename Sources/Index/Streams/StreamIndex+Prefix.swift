import Records

extension StreamIndex {
    /// The records whose identities begin so, in order of their identity.
    func records(_ prefix: RecordID.Prefix, limit: Int) throws(IndexError) -> [Record] {
        func key(_ digit: Character) -> [UInt8] {
            PackedID.key(RecordID(prefix.text + String(repeating: digit, count: 26 - prefix.text.count)))
        }
        let walk = try statement(
            """
            SELECT number FROM record WHERE substr(id, 1, 4) BETWEEN substr(?1, 1, 4) AND substr(?2, 1, 4)
            AND id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3
            """, "find records by a beginning")
        walk.bind(1, key("0"))
        walk.bind(2, key("z"))
        walk.bind(3, Int64(limit))
        var numbers: [Int64] = []
        while try walk.next() { numbers.append(walk.number(0)) }
        walk.reset()
        var records: [Record] = []
        for number in numbers { records.append(try record(number: number)) }
        return records
    }
}
