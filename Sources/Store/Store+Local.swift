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
        if let reason = readOnly { throw .readOnly(reason) }
        var members = (localValues.members ?? []).filter { $0.name != key }
        members.append(.init(key, value))
        do throws(FileError) {
            try folder.publish(localBytes(.object(members)), as: FileNames.local)
        } catch {
            throw .file(error)
        }
    }

    private var localValues: Value {
        guard let bytes = try? folder.read(FileNames.local) else { return .object([]) }
        let value = CheckedObject.read(bytes, kind: "local")
        guard mode == .sealed else { return value?["values"] ?? .object([]) }
        let plain = SealedText(value?["box"]).flatMap { box in
            keyring?.open(box, in: .general, part: .local, context: [])
        }
        return plain.flatMap { try? JSONReader.value(of: $0) } ?? .object([])
    }

    private func localBytes(_ values: Value) -> [UInt8] {
        guard mode == .sealed else {
            return CheckedObject.bytes(kind: "local", [.init("format", .number(1)), .init("values", values)])
        }
        let box = keyring?.seal(
            JSONWriter.bytes(of: values), in: .general, part: .local, context: [], environment: environment)
        return CheckedObject.bytes(
            kind: "local",
            [.init("format", .number(1)), .init("suite", .number(1)), .init("box", box?.value ?? .null)])
    }

    /// Writes what only this laptop knows again, under the newest key.
    func resealLocal() throws(FileError) {
        let values = localValues
        if values.members?.isEmpty == false { try folder.publish(localBytes(values), as: FileNames.local) }
    }
}
