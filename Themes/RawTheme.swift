/// A theme file as JSON has it; unknown keys are refused, because a misspelt one would silently do nothing.
struct RawTheme: Decodable {
    struct Picture: Decodable {
        var foreground: String?
        var background: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: AnyKey.self)
            try container.refuseOthers(than: ["foreground", "background"])
            foreground = try container.decodeIfPresent(String.self, forKey: "foreground")
            background = try container.decodeIfPresent(String.self, forKey: "background")
        }
    }

    struct RawStyle: Decodable {
        var foreground: String?
        var background: String?
        var bold: Bool?
        var dim: Bool?
        var underline: Bool?
        var reverse: Bool?

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: AnyKey.self)
            try container.refuseOthers(than: ["foreground", "background", "bold", "dim", "underline", "reverse"])
            foreground = try container.decodeIfPresent(String.self, forKey: "foreground")
            background = try container.decodeIfPresent(String.self, forKey: "background")
            bold = try container.decodeIfPresent(Bool.self, forKey: "bold")
            dim = try container.decodeIfPresent(Bool.self, forKey: "dim")
            underline = try container.decodeIfPresent(Bool.self, forKey: "underline")
            reverse = try container.decodeIfPresent(Bool.self, forKey: "reverse")
        }
    }

    var zh: String
    var en: String
    var inherits: String?
    var picture: Picture?
    var roles: [String: RawStyle]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        try container.refuseOthers(than: ["zh", "en", "inherits", "picture", "roles"])
        zh = try container.decode(String.self, forKey: "zh")
        en = try container.decode(String.self, forKey: "en")
        inherits = try container.decodeIfPresent(String.self, forKey: "inherits")
        picture = try container.decodeIfPresent(Picture.self, forKey: "picture")
        roles = try container.decode([String: RawStyle].self, forKey: "roles")
    }
}

/// A key that was not known when the program was written.
struct AnyKey: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init(stringLiteral value: String) { stringValue = value }
    init?(intValue: Int) { nil }
}

/// A key a theme file may not have.
struct UnknownKey: Error {
    let path: [String]
    let allowed: [String]
}

extension KeyedDecodingContainer<AnyKey> {
    fileprivate func refuseOthers(than allowed: [String]) throws {
        let unknown = allKeys.map(\.stringValue).filter { !allowed.contains($0) }.min()
        if let unknown { throw UnknownKey(path: codingPath.map(\.stringValue) + [unknown], allowed: allowed) }
    }
}
