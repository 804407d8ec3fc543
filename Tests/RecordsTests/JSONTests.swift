import Records
import TestSupport
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        #"{"a":1,"b":[true,false,null],"c":"走访 “引号” 𠮷 👨‍👩‍👧"}"#, #"[]"#, #"{}"#, #""""#, #"-12"#,
        #"{"new":1.50,"big":123456789012345678901234567890,"e":1e5}"#, #""\n\t\r\u0001\"\\""#,
    ])
    func whatIsReadIsWrittenBackTheSame(text: String) throws {
        let value = try JSONReader.value(of: Array(text.utf8))
        #expect(JSONWriter.text(of: value) == text)
    }

    @Test(arguments: [
        "", "{", "[1,]", #"{"a":1,"a":2}"#, "01", "1.", ".5", "+1", "nul", "\"\u{1}\"", #""\ud800""#, #""\u12""#, "1 2",
        #"{"a" 1}"#, "{1:2}", "\u{FEFF}1", #""\x""#, "-", "1e", #"["a""#,
    ])
    func whatTwoReadersMightUnderstandDifferentlyIsRefused(text: String) {
        #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: Array(text.utf8)) }
    }

    @Test func manyEqualNamesAreFoundInALargeObjectToo() {
        let names = (0..<40).map { "\"n\($0 % 39)\":0" }.joined(separator: ",")
        #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: Array("{\(names)}".utf8)) }
    }

    @Test func deepNestingIsRefusedAndDoesNotExhaustTheStack() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: Array(text.utf8)) }
    }

    @Test func brokenUTF8IsRefused() {
        #expect(throws: JSONReader.Failure.self) { try JSONReader.value(of: [0x22, 0xD6, 0xD0, 0x22]) }
    }

    @Test func escapedSurrogatesBecomeOneCharacter() throws {
        #expect(try JSONReader.value(of: Array(#""\ud842\udfb7""#.utf8)) == .text("𠮷"))
    }

    @Test func everySingleByteChangeEitherReadsOrIsRefusedWithoutACrash() throws {
        let text = Array(#"{"p":[["date",["x"]],-1.5e3],"s":"楼\u4e2d\n"}"#.utf8)
        var read = 0
        for position in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[position] = byte
                if let value = try? JSONReader.value(of: changed) {
                    read += 1
                    #expect(try JSONReader.value(of: JSONWriter.bytes(of: value)) == value)
                }
            }
        }
        #expect(read > 0)
    }

    @Test func randomValuesSurviveTheRoundTrip() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let value = Self.randomValue(depth: 0, using: &random)
            #expect(try JSONReader.value(of: JSONWriter.bytes(of: value)) == value)
        }
    }

    private static func randomValue(depth: Int, using random: inout SeededGenerator) -> Value {
        let texts = ["", "单翠萍", "\"\\/", "\u{0}\u{1F}", "哈丽曼·托合提江", "a\nb", "👨‍👩‍👧"]
        switch Int.random(in: 0..<(depth > 4 ? 4 : 6), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .number(.random(in: .min ... .max, using: &random))
        case 3: return .text(texts.randomElement(using: &random) ?? "")
        case 4: return .list((0..<3).map { _ in randomValue(depth: depth + 1, using: &random) })
        default:
            return .object((0..<3).map { .init("k\($0)", randomValue(depth: depth + 1, using: &random)) })
        }
    }
}
