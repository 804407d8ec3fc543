import Glibc

/// What libFuzzer calls.
///
/// `BEATBOOK_FUZZ` names the decoder; `BEATBOOK_FUZZ_SEEDS` writes what to begin with, and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?
) -> Int32 {
    if let folder = getenv("BEATBOOK_FUZZ_SEEDS") {
        for target in Target.allCases { target.writeSeeds(in: String(cString: folder)) }
        exit(0)
    }
    guard let name = getenv("BEATBOOK_FUZZ"), let target = Target(rawValue: String(cString: name)) else {
        print("BEATBOOK_FUZZ: one of \(Target.allCases.map(\.rawValue).joined(separator: " "))")
        exit(64)
    }
    chosen = target
    // Tables that are made when they are first needed are not counted.
    target.decode([])
    return 0
}

nonisolated(unsafe) private var chosen = Target.json

/// Where SwiftPM lets an executable begin (`--defsym main=Fuzz_main`); the fuzzer's own `main` does the same.
@_cdecl("Fuzz_main")
public func begin(_ count: Int32, _ arguments: UnsafeMutableRawPointer) -> Int32 {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments, test)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer>,
    _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> Int32

/// One input.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    largestAllocation = 0
    isDecoding = true
    chosen.decode(bytes)
    isDecoding = false
    let most = chosen.mostMemory * count + fixedMemory
    if largestAllocation > most {
        let text = Array("\(largestAllocation) bytes asked for at once, for \(count); \(most) are the most\n".utf8)
        write(2, text, text.count)
        abort()
    }
    return 0
}

/// What a decoder may ask for whatever it reads: a block of a log, and what the table of GB 18030 takes (32,640 bytes).
private let fixedMemory = 32 << 10

/// The largest piece of memory that decoding asked for.
nonisolated(unsafe) private var largestAllocation = 0

/// Whether a decoder is at work: what writes again what it read is not measured.
nonisolated(unsafe) var isDecoding = false

/// What the address sanitizer calls for every piece of memory.
@_cdecl("__sanitizer_malloc_hook")
public func allocated(_ pointer: UnsafeRawPointer?, _ size: Int) {
    if isDecoding, size > largestAllocation { largestAllocation = size }
}

/// The other half, without which it calls neither.
@_cdecl("__sanitizer_free_hook")
public func released(_ pointer: UnsafeRawPointer?) {}
