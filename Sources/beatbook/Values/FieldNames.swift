import Desk

/// Finds fields by the names that are typed.
enum FieldNames {
    /// A field by its key or its Chinese or English label.
    ///
    /// - Parameters:
    ///   - name: what was typed.
    ///   - fields: the fields there are.
    ///   - owner: what they belong to, for the error.
    /// - Returns: the field.
    /// - Throws: `CommandFailure` with the nearest names.
    static func field(_ name: String, among fields: [FieldSpec], of owner: String) throws(CommandFailure) -> FieldSpec {
        let key = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
        if let field = fields.first(where: { $0.key == key }) { return field }
        let labelled = fields.filter { $0.label.zh == name || $0.label.en.lowercased() == name.lowercased() }
        if let field = labelled.first, labelled.count == 1 { return field }
        let near = NearNames.of(name, among: fields.map(\.key))
        let type = owner.prefix { $0 != "." }
        throw CommandFailure(
            .usage,
            near.isEmpty
                ? Label(
                    "\(owner) 没有字段“\(name)”。用 beatbook fields \(type) 查看。",
                    "\(owner) has no field “\(name)”. See beatbook fields \(type).")
                : Label(
                    "\(owner) 没有字段“\(name)”。是否想写 \(near.joined(separator: "、"))？用 beatbook fields \(type) 查看。",
                    "\(owner) has no field “\(name)”. Did you mean \(near.joined(separator: ", "))? See beatbook fields \(type)."
                ))
    }
}
