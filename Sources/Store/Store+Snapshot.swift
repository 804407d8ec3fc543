public import Records

extension Store {
    /// Keeps the image of an index, so that the next start need not read every change.
    ///
    /// It is no truth: it can be lost or removed at any time. What is in place stays until the new one is complete. While
    /// values are damaged none is kept, so that a good copy of them is taken in at the start after it arrives.
    ///
    /// - Parameters:
    ///   - image: the bytes, opaque to the store.
    ///   - schema: what made them: version of the tables and of the tokenizer.
    ///   - heads: exactly the changes that are in it.
    /// - Throws: ``StoreError``. It never makes the store read-only.
    public func saveSnapshot(_ image: UnsafeRawBufferPointer, schema: String, heads: Heads) throws(StoreError) {
        if let reason = readOnly { throw .readOnly(reason) }
        let state = try state(heads.stream)
        // A change counts once, so an index that took one without its values would never take them.
        guard state.harmed.isEmpty else { return try removeSnapshot(heads.stream) }
        let schema = stamped(schema, state)
        if let keys = state.keys { return try saveSealed(image, schema: schema, heads: heads, state, keys) }
        let key = environment.random.bytes(32)
        let tagger = ChunkTag(key: key)
        let size = SnapshotHeader.chunkSize
        var tags: [UInt8] = []
        for number in 0..<SnapshotHeader.chunks(image.count, size: size) {
            let chunk = UnsafeRawBufferPointer(rebasing: image[number * size..<min(image.count, (number + 1) * size)])
            guard let tag = tagger.tag(of: chunk, number: number) else { throw .unwritable }
            tags += tag
        }
        let header = SnapshotHeader(
            store: identity, schema: schema, heads: heads, key: key, length: image.count, tags: tags
        ).bytes
        let temporary = FileNames.snapshot + Folder.unfinished
        do throws(FileError) {
            // Not read back: it is authenticated before it is used, and only costs time when it is bad.
            try state.folder.writeNew(header, as: temporary) { file throws(FileError) in
                try state.folder.write(image, to: file, at: header.count, name: temporary)
            }
            try state.folder.replace(FileNames.snapshot, with: temporary)
        } catch {
            try? state.folder.remove(temporary)
            throw .file(error)
        }
    }

    /// Reads the kept image of an index into memory that the caller provides, and proves it before returning.
    ///
    /// - Parameters:
    ///   - stream: the stream.
    ///   - schema: what the caller can use; an image of another schema is not read.
    ///   - allocate: gives a buffer of exactly so many bytes, or `nil`; the buffer stays the caller's, also when
    ///     nothing comes of it.
    /// - Returns: exactly the changes that are in the image; `nil` when there is no image that can be used, for whatever
    ///   reason: then the index is built anew. Damage is added to ``report``.
    /// - Throws: ``StoreError/file(_:)``.
    public func loadSnapshot(
        _ stream: Stream, schema: String, into allocate: (Int) -> UnsafeMutableRawBufferPointer?
    ) throws(StoreError) -> Heads? {
        let state = try state(stream)
        let name = FileNames.snapshot
        do throws(FileError) {
            guard let size = try state.folder.status(name)?.size else { return nil }
            let file = try state.folder.open(name, .read)
            defer { state.folder.files.close(file) }
            let header = try snapshotHeader(file, size: size, state)
            guard let header else {
                report.findings.append(Finding(.damagedSnapshot, "\(stream.rawValue)/\(name)"))
                return nil
            }
            guard header.schema == stamped(schema, state), header.store == identity, header.heads.stream == stream,
                header.suite == (state.isSealed ? 1 : 0), contains(header.heads)
            else { return nil }
            let start = header.bytes.count
            guard header.isInPlace(fileSize: size), let buffer = allocate(header.length),
                buffer.count == header.length
            else { return nil }
            LargePages.ask(for: buffer)
            guard try fill(buffer, from: file, at: start, header, state) else {
                report.findings.append(Finding(.damagedSnapshot, "\(stream.rawValue)/\(name)"))
                return nil
            }
            return header.heads
        } catch {
            throw .file(error)
        }
    }

    /// Removes the kept image of an index, which may hold what was erased.
    ///
    /// - Parameter stream: the stream.
    /// - Throws: ``StoreError/file(_:)``.
    public func removeSnapshot(_ stream: Stream) throws(StoreError) {
        if let reason = readOnly { throw .readOnly(reason) }
        let state = try state(stream)
        do throws(FileError) {
            try state.folder.remove(FileNames.snapshot)
            try state.folder.syncDirectory(holding: FileNames.snapshot)
        } catch {
            throw .file(error)
        }
    }

    /// Seals an image chunk by chunk, so that never more than one chunk stands in memory twice.
    private func saveSealed(
        _ image: UnsafeRawBufferPointer, schema: String, heads: Heads, _ state: StreamState, _ keys: StreamKeys
    ) throws(StoreError) {
        let size = SnapshotHeader.chunkSize
        let count = SnapshotHeader.chunks(image.count, size: size)
        var header = SnapshotHeader(
            store: identity, schema: schema, heads: heads, key: environment.random.bytes(32), length: image.count,
            tags: [UInt8](repeating: 0, count: count * SnapshotHeader.tagSize))
        header.suite = 1
        header.epoch = keys.epoch
        guard
            let cipher = keys.cipher(.snapshot, epoch: header.epoch, salt: header.key, header: header.context)
        else { throw .unopened(heads.stream) }
        let start = header.bytes.count
        var tags: [UInt8] = []
        let temporary = FileNames.snapshot + Folder.unfinished
        do throws(FileError) {
            try state.folder.writeNew([], as: temporary) { file throws(FileError) in
                for number in 0..<count {
                    let range = number * size..<min(image.count, (number + 1) * size)
                    let sealed = cipher.seal(
                        UnsafeRawBufferPointer(rebasing: image[range]), number: UInt64(number))
                    tags += sealed.suffix(SnapshotHeader.tagSize)
                    try state.folder.write(
                        Array(sealed.dropLast(SnapshotHeader.tagSize)), to: file, at: start + range.lowerBound,
                        name: temporary)
                }
                header.tags = tags
                try state.folder.write(header.bytes, to: file, at: 0, name: temporary)
            }
            try state.folder.replace(FileNames.snapshot, with: temporary)
        } catch {
            try? state.folder.remove(temporary)
            throw .file(error)
        }
    }

    /// Reads what stands before the image; `nil` when it is damaged.
    func snapshotHeader(_ file: OpenFile, size: Int, _ state: StreamState) throws(FileError) -> SnapshotHeader? {
        try SnapshotHeader { (offset, count) throws(FileError) in
            var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
            let read = try bytes.withUnsafeMutableBytes { buffer in
                Result { () throws(FileError) in
                    try state.folder.fill(buffer, from: file, at: offset, name: FileNames.snapshot)
                }
            }.get()
            return Array(bytes.prefix(read))
        }
    }

    /// How much of an image is read at a time: it is still in the processor's cache when it is opened.
    private static let readAtOnce = 512 * 1024

    /// Reads the image run by run of chunks; helpers prove and open each while the next is read.
    func fill(
        _ buffer: UnsafeMutableRawBufferPointer, from file: OpenFile, at start: Int, _ header: SnapshotHeader,
        _ state: StreamState
    ) throws(FileError) -> Bool {
        let tagger = ChunkTag(key: header.key)
        let cipher = state.keys?.cipher(.snapshot, epoch: header.epoch, salt: header.key, header: header.context)
        if state.isSealed, cipher == nil { return false }
        let count = SnapshotHeader.chunks(header.length, size: header.chunk)
        // Enough chunks at a time that handing them over costs nothing.
        let step = max(1, Self.readAtOnce / header.chunk)
        let queue = DecodingQueue<Bool>(helpers: count > step ? environment.decodingThreads : 0)
        defer { queue.end() }
        for first in stride(from: 0, to: count, by: step) {
            let numbers = first..<min(count, first + step)
            let range = first * header.chunk..<min(header.length, numbers.upperBound * header.chunk)
            let run = FilledRun(
                bytes: UnsafeMutableRawBufferPointer(rebasing: buffer[range]), chunk: header.chunk, numbers: numbers,
                tags: header.tags)
            let read = try state.folder.fill(
                run.bytes, from: file, at: start + range.lowerBound, name: FileNames.snapshot)
            guard read == range.count else { return false }
            queue.add {
                run.isGood { (chunk, tag, number) in
                    guard let cipher else {
                        return tagger.isGood(tag, of: UnsafeRawBufferPointer(chunk), number: number)
                    }
                    return cipher.open(chunk, tag: tag, number: UInt64(number))
                }
            }
            // A few runs lie ready for the helpers, and are still in the processor's cache when their turn comes.
            if queue.count > 2, queue.take() == false { return false }
        }
        while let isGood = queue.take() { if !isGood { return false } }
        return true
    }
}

/// Some chunks of an image in the caller's memory.
///
/// `@unchecked` since nobody else looks at this part of the memory until the helper is done with it.
private struct FilledRun: @unchecked Sendable {
    let bytes: UnsafeMutableRawBufferPointer
    let chunk: Int
    let numbers: Range<Int>
    let tags: [UInt8]

    /// Whether all of them are as they were written.
    func isGood(_ check: (UnsafeMutableRawBufferPointer, ArraySlice<UInt8>, Int) -> Bool) -> Bool {
        numbers.allSatisfy { number in
            let start = (number - numbers.lowerBound) * chunk
            return check(
                UnsafeMutableRawBufferPointer(rebasing: bytes[start..<min(bytes.count, start + chunk)]),
                tags[number * SnapshotHeader.tagSize..<(number + 1) * SnapshotHeader.tagSize], number)
        }
    }
}
