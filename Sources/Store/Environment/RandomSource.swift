import Synchronization

/// Where the store draws its random numbers from: salts, writer identities, keys.
public protocol RandomSource: AnyObject, Sendable {
    /// The next 64 random bits.
    func next() -> UInt64
}

/// A random source made of any generator; tests give a seeded one.
public final class GeneratorSource<Generator: RandomNumberGenerator & Sendable>: RandomSource {
    private let generator: Mutex<Generator>

    /// Takes a generator.
    ///
    /// - Parameter generator: the generator.
    public init(_ generator: Generator) {
        self.generator = Mutex(generator)
    }

    /// The next 64 random bits.
    public func next() -> UInt64 { generator.withLock { $0.next() } }
}

extension RandomSource {
    /// Draws bytes.
    ///
    /// - Parameter count: how many.
    /// - Returns: the bytes.
    func bytes(_ count: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count + 8)
        while result.count < count {
            withUnsafeBytes(of: next().littleEndian) { result.append(contentsOf: $0) }
        }
        result.removeLast(result.count - count)
        return result
    }
}
