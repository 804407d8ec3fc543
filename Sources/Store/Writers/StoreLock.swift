import Records

/// The one writer's hold on a store: `flock` on a file of the private disk, which ends with the process.
struct StoreLock {
    let file: OpenFile

    /// Tries to take it.
    ///
    /// - Returns: the hold, or the number of the process that has it.
    static func take(_ folder: Folder, process: Int) throws(FileError) -> Result {
        if try folder.status(FileNames.lock) == nil {
            do throws(FileError) {
                folder.files.close(try folder.open(FileNames.lock, .create))
            } catch {
                // Somebody else made it in between.
                guard error.reason == .exists else { throw error }
            }
        }
        let file = try folder.open(FileNames.lock, .update)
        do throws(FileError) {
            let isMine = try folder.call(FileNames.lock) { () throws(FileError) in try folder.files.lock(file) }
            guard isMine else {
                folder.files.close(file)
                let text = try folder.read(FileNames.lock).flatMap { try? JSONReader.value(of: $0) }
                return .held(process: text?["process"]?.number)
            }
            try folder.call(FileNames.lock) { () throws(FileError) in try folder.files.truncate(file, to: 0) }
            let text = JSONWriter.bytes(of: .object([.init("process", .number(process))]))
            do throws(FileError) {
                try folder.write(text, to: file, at: 0, name: FileNames.lock)
            } catch {
                // On a full disk nobody learns the number; the hold itself stands.
                guard error.reason == .full else { throw error }
            }
            return .taken(StoreLock(file: file))
        } catch {
            folder.files.close(file)
            throw error
        }
    }

    enum Result {
        case taken(StoreLock)
        case held(process: Int?)
    }
}
