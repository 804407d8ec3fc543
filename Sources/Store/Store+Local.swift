public import Records

extension Store {
    /// Something only this laptop knows, such as the letter of its working numbers.
    ///
    /// It is no truth and is never synced.
    ///
    /// - Parameter key: what it is called.
    /// - Returns: the value; `nil` when there is none or its file is damaged.
    public func localValue(_ key: String) -> Value? { localValues[key] }

    /// Keeps something only this laptop knows.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - key: what it is called.
    /// - Throws: ``StoreError/file(_:)``, ``StoreError/readOnly(_:)``.
    public func setLocalValue(_ value: Value, for key: String) throws(StoreError) {
        if let reason = report.readOnly { throw .readOnly(reason) }
        var members = (localValues.members ?? []).filter { $0.name != key }
        members.append(.init(key, value))
        do throws(FileError) {
            try folder.publish(
                CheckedObject.bytes(kind: "local", [.init("format", .number(1)), .init("values", .object(members))]),
                as: FileNames.local)
        } catch {
            throw .file(error)
        }
    }

    private var localValues: Value {
        guard let bytes = try? folder.read(FileNames.local) else { return .object([]) }
        return CheckedObject.read(bytes, kind: "local")?["values"] ?? .object([])
    }
}
