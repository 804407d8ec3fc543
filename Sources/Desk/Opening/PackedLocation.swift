import Records
import Store

/// Packs the store's location of a change into the number that the index keeps for it.
///
/// It is a hint only: the store checks the change's identity and searches when the hint is wrong.
struct PackedLocation {
    /// 16 bits of the writer's name, 28 bits of segment number, 20 bits of place; negative for the restricted stream.
    let number: Int64

    init(_ location: ChangeLocation) {
        let packed =
            Int64(Self.mark(of: location.writer)) << 47
            | Int64(location.number & 0x7FF_FFFF) << 20
            | Int64(location.index & 0xF_FFFF)
        number = location.stream == .restricted ? -packed - 1 : packed
    }

    /// A short mark of a writer's name: FNV-1a folded to 16 bits.
    static func mark(of writer: WriterID) -> UInt16 {
        var hash: UInt32 = 2_166_136_261
        for byte in writer.rawValue.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return UInt16(truncatingIfNeeded: hash >> 16 ^ hash)
    }

    /// The location again, given the writers there are.
    static func location(_ number: Int64, writers: [WriterID]) -> ChangeLocation? {
        let packed = number < 0 ? -(number + 1) : number
        let mark = UInt16(truncatingIfNeeded: packed >> 47)
        guard let writer = writers.first(where: { self.mark(of: $0) == mark }) else { return nil }
        return ChangeLocation(
            stream: number < 0 ? .restricted : .general, writer: writer, number: Int(packed >> 20 & 0x7FF_FFFF),
            index: Int(packed & 0xF_FFFF))
    }
}
