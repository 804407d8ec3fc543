import Records
import TestSupport
import Testing

@Suite struct ChangeIDTests {
    @Test func theTextFormReadsBackAsTheSameHash() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            let id = try #require(ChangeID(bytes: bytes))
            #expect(id.bytes == bytes)
            #expect(id.text.count == 43)
            #expect(ChangeID(id.text) == id)
        }
    }

    @Test func oneHashHasOneSpelling() throws {
        let id = try #require(ChangeID(bytes: [UInt8](repeating: 0, count: 32)))
        #expect(id.text.hasSuffix("A"))
        #expect(ChangeID(id.text.dropLast() + "B") == nil)
        #expect(ChangeID(id.text + "A") == nil)
        #expect(ChangeID(id.text.dropLast()) == nil)
        #expect(ChangeID(String(repeating: "=", count: 43)) == nil)
    }

    @Test func theOrderOfIdentitiesIsTheOrderOfTheirBytes() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let first = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            let second = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            let ids = try (#require(ChangeID(bytes: first)), #require(ChangeID(bytes: second)))
            #expect((ids.0 < ids.1) == first.lexicographicallyPrecedes(second))
        }
    }
}
