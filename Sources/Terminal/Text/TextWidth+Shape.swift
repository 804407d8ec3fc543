extension TextWidth {
    /// How a character is shown.
    ///
    /// - Parameter character: the character.
    /// - Returns: its glyph and columns.
    public func shape(of character: Character) -> TextShape {
        var scalars = character.unicodeScalars[...]
        guard let first = scalars.popFirst() else { return TextShape(glyph: .space, columns: 1) }
        guard !scalars.isEmpty else { return shape(ofSingle: first) }
        if first.value == 13 { return placeholder(10) }
        if let flag = flagShape(first, scalars) { return flag }

        let base = shape(ofSingle: first)
        if first.properties.isEmojiPresentation || first.properties.isEmojiModifierBase { return base }
        var glyph = base.glyph
        var columns = base.columns
        for scalar in scalars where Self.isShown(scalar) {
            if scalar.value == 0x200D { break }
            guard let width = table.columns(of: scalar), columns + width <= 2, glyph.append(scalar) else {
                return Self.unshowable
            }
            columns += width
        }
        return TextShape(glyph: glyph, columns: columns)
    }

    /// What stands in for a character libc cannot show: the geta mark printers use for a missing sort.
    static let unshowable = TextShape(glyph: Glyph("〓"), columns: 2)

    private func shape(ofSingle scalar: Unicode.Scalar) -> TextShape {
        let value = scalar.value
        if value < 0x20 { return placeholder(value) }
        if value < 0x7F { return TextShape(glyph: Glyph(scalar), columns: 1) }
        if value == 0x7F { return placeholder(0x21) }
        if let ascii = lineSubstitute(value) { return TextShape(glyph: Glyph(ascii), columns: 1) }
        if (0x1F1E6...0x1F1FF).contains(value) { return TextShape(glyph: Self.letter(value), columns: 1) }
        guard let width = table.columns(of: scalar) else {
            return value < 0xA0 ? placeholder(0x26) : Self.unshowable
        }
        if width == 0 {
            guard scalar.properties.generalCategory != .format, !Self.isSelector(value) else {
                return placeholder(0x26)
            }
            let base = shape(ofSingle: "◌")
            var glyph = base.glyph
            glyph.append(scalar)
            return TextShape(glyph: glyph, columns: base.columns)
        }
        if AmbiguousWidth.contains(value) {
            return TextShape(glyph: Glyph(scalar), columns: ambiguousColumns ?? width)
        }
        return TextShape(glyph: Glyph(scalar), columns: width)
    }

    /// A picture of a control character: U+2400 and following.
    private func placeholder(_ value: UInt32) -> TextShape {
        guard let picture = Unicode.Scalar(0x2400 + value), let columns = table.columns(of: picture) else {
            return TextShape(glyph: Glyph("?"), columns: 1)
        }
        return TextShape(glyph: Glyph(picture), columns: columns)
    }

    /// The columns the setting gives ambiguous characters; nil leaves them to libc.
    var ambiguousColumns: Int? {
        switch ambiguous {
        case .narrow: 1
        case .wide: 2
        case .measured: nil
        }
    }

    private func flagShape(_ first: Unicode.Scalar, _ rest: Character.UnicodeScalarView.SubSequence) -> TextShape? {
        let letters: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
        guard letters.contains(first.value), let second = rest.first, letters.contains(second.value) else { return nil }
        var glyph = Self.letter(first.value)
        if let scalar = Self.letter(second.value).single { glyph.append(scalar) }
        return TextShape(glyph: glyph, columns: 2)
    }

    private static func letter(_ regionalIndicator: UInt32) -> Glyph {
        Glyph(Unicode.Scalar(UInt8(regionalIndicator - 0x1F1E6 + 65)))
    }

    /// Variation selectors and the enclosing keycap are left out: terminals disagree whether they change the width.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        !isSelector(scalar.value) && scalar.value != 0x20E3 && !scalar.properties.isEmojiModifier
            && (scalar.properties.generalCategory != .format || scalar.value == 0x200D)
    }

    private static func isSelector(_ value: UInt32) -> Bool {
        (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value) || (0x180B...0x180D).contains(value)
    }

    /// The ASCII stand-in for a line or block character, when the settings ask for one.
    private func lineSubstitute(_ value: UInt32) -> Unicode.Scalar? {
        guard lines == .ascii else { return nil }
        return switch value {
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2574, 0x2576: "-"
        case 0x2550: "="
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577: "|"
        case 0x2500...0x257F: "+"
        case 0x258C, 0x25B8, 0x25B6: ">"
        case 0x2591: "."
        case 0x2592: ":"
        case 0x2580...0x259F: "#"
        default: nil
        }
    }
}
