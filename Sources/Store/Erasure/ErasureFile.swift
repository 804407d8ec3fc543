import Records

/// The file `erasures` of a stream: a laptop's memory of what it erased.
///
/// Sealed under the stream's key.
struct ErasureFile {
    let store: Store
    let state: StreamState

    /// What the file says; `nil` when there is none or it cannot be read, which only means reading everything again.
    ///
    /// - Returns: the state, and whether there was a file that says nothing.
    func read() throws(FileError) -> (state: ErasureState?, isDamaged: Bool) {
        guard let bytes = try state.folder.read(FileNames.erasures) else { return (nil, false) }
        let object = CheckedObject.read(bytes, kind: "erasures")
        let isSealed = object?["suite"]?.number == 1
        guard isSealed == state.isSealed, object?["store"]?.text == store.identity else { return (nil, true) }
        let value: Value?
        if isSealed {
            let plain = SealedText(object?["box"]).flatMap {
                store.keyring?.open($0, in: state.stream, part: .erasures, context: [])
            }
            value = plain.flatMap { try? JSONReader.value(of: $0) }
        } else {
            value = object?["values"]
        }
        let found = value.flatMap { ErasureState($0) }
        return (found, found == nil)
    }

    /// Writes it; a stream without erasures has none.
    func write() throws(FileError) {
        let state = state
        var members: [Value.Member] = [
            .init("format", .number(1)), .init("store", .text(store.identity)),
            .init("suite", .number(state.isSealed ? 1 : 0)),
        ]
        if state.isSealed {
            let box = store.keyring?.seal(
                JSONWriter.bytes(of: state.erasures.value), in: state.stream, part: .erasures, context: [],
                environment: store.environment)
            guard let box else { return }
            members.append(.init("box", box.value))
        } else {
            members.append(.init("values", state.erasures.value))
        }
        try state.folder.publish(CheckedObject.bytes(kind: "erasures", members), as: FileNames.erasures)
    }
}
