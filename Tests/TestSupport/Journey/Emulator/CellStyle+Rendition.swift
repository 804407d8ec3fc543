/// Select graphic rendition (SGR).
extension CellStyle {
    /// Changes the style as a sequence says.
    mutating func apply(_ sequence: ControlSequence) {
        guard !sequence.parameters.isEmpty else {
            self = CellStyle()
            return
        }
        var rest = sequence.parameters[...]
        while let parameter = rest.popFirst() {
            let code = parameter.first.flatMap { $0 } ?? 0
            switch code {
            case 38, 48:
                // Either 38:5:n in one parameter or 38;5;n in three.
                let colour = parameter.count > 1 ? Self.colour(Array(parameter.dropFirst())) : Self.colour(&rest)
                guard let colour else { continue }
                if code == 38 { foreground = colour } else { background = colour }
            case 4 where parameter.count > 1:
                underline = parameter[1] != 0
            default:
                apply(code)
            }
        }
    }

    private mutating func apply(_ code: Int) {
        switch code {
        case 0: self = CellStyle()
        case 1: bold = true
        case 2: dim = true
        case 3: italic = true
        case 4, 21: underline = true
        case 5, 6: blink = true
        case 7: reverse = true
        case 8: invisible = true
        case 9: struck = true
        case 22: (bold, dim) = (false, false)
        case 23: italic = false
        case 24: underline = false
        case 25: blink = false
        case 27: reverse = false
        case 28: invisible = false
        case 29: struck = false
        case 30...37: foreground = .palette(UInt8(code - 30))
        case 39: foreground = .standard
        case 40...47: background = .palette(UInt8(code - 40))
        case 49: background = .standard
        case 90...97: foreground = .palette(UInt8(code - 90 + 8))
        case 100...107: background = .palette(UInt8(code - 100 + 8))
        default: break
        }
    }

    private static func colour(_ rest: inout ArraySlice<[Int?]>) -> TerminalColor? {
        let kind = rest.popFirst()?.first.flatMap { $0 }
        let wanted = kind == 5 ? 1 : kind == 2 ? 3 : 0
        let numbers = rest.prefix(wanted).map { $0.first.flatMap { $0 } }
        rest = rest.dropFirst(wanted)
        return colour([kind] + numbers)
    }

    private static func colour(_ parts: [Int?]) -> TerminalColor? {
        func byte(_ part: Int?) -> UInt8 { UInt8(clamping: part ?? 0) }
        switch (parts.first.flatMap { $0 }, parts.count) {
        case (5, 2): return .palette(byte(parts[1]))
        case (2, 4): return .rgb(red: byte(parts[1]), green: byte(parts[2]), blue: byte(parts[3]))
        // ITU T.416 puts a colour-space number first: 2:<space>:r:g:b.
        case (2, 5...): return .rgb(red: byte(parts[2]), green: byte(parts[3]), blue: byte(parts[4]))
        default: return nil
        }
    }
}
