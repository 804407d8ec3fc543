import Glibc

/// Runs pieces of work on helper threads and hands the results back in order.
///
/// The caller works too: what no helper has begun when its turn comes, the caller does itself, so that there is never
/// anything to wait for but work in progress. Without helpers everything happens on the caller's thread. The results do
/// not depend on the number of helpers.
package final class DecodingQueue<Output: Sendable> {
    /// What the threads share.
    ///
    /// `@unchecked` since every access to its variables holds the mutex.
    private final class Shared: @unchecked Sendable {
        let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
        var waiting: [(Int, @Sendable () -> Output)] = []
        var results: [Int: Output] = [:]
        var isEnding = false

        init() {
            pthread_mutex_init(mutex, nil)
            pthread_cond_init(changed, nil)
        }

        deinit {
            pthread_cond_destroy(changed)
            pthread_mutex_destroy(mutex)
            changed.deallocate()
            mutex.deallocate()
        }

        func work() {
            pthread_mutex_lock(mutex)
            while true {
                if !waiting.isEmpty {
                    workOnFirst()
                } else if isEnding {
                    break
                } else {
                    pthread_cond_wait(changed, mutex)
                }
            }
            pthread_mutex_unlock(mutex)
        }

        /// Does the first piece without the mutex; what the piece holds is given back without it, too.
        private func workOnFirst() {
            let place: Int
            let result: Output
            do {
                let first = waiting.removeFirst()
                pthread_mutex_unlock(mutex)
                place = first.0
                result = first.1()
            }
            pthread_mutex_lock(mutex)
            results[place] = result
            pthread_cond_broadcast(changed)
        }
    }

    private let shared = Shared()
    private var threads: [HelperThread] = []
    private var added = 0
    private var taken = 0

    /// Starts helpers.
    ///
    /// - Parameter helpers: how many; fewer when the system gives no more.
    package init(helpers: Int) {
        let shared = shared
        threads = (0..<helpers).compactMap { _ in HelperThread { shared.work() } }
    }

    /// How many pieces were added and not yet taken.
    var count: Int { added - taken }

    /// Adds a piece of work.
    ///
    /// - Parameter job: the work.
    /// - Returns: its place, for ``take(at:)``.
    @discardableResult
    package func add(_ job: @escaping @Sendable () -> Output) -> Int {
        pthread_mutex_lock(shared.mutex)
        shared.waiting.append((added, job))
        added += 1
        pthread_cond_signal(shared.changed)
        pthread_mutex_unlock(shared.mutex)
        return added - 1
    }

    /// The result of the piece that was added first and not yet taken; `nil` when there is none.
    func take() -> Output? {
        guard taken < added else { return nil }
        taken += 1
        return take(at: taken - 1)
    }

    /// The result of one piece, done here and now unless a helper has begun it.
    ///
    /// - Parameter place: what ``add(_:)`` returned; each is taken once, and either all are taken by place or none.
    /// - Returns: the result.
    package func take(at place: Int) -> Output {
        pthread_mutex_lock(shared.mutex)
        defer { pthread_mutex_unlock(shared.mutex) }
        if let index = shared.waiting.firstIndex(where: { $0.0 == place }) {
            let job = shared.waiting.remove(at: index).1
            pthread_mutex_unlock(shared.mutex)
            let result = job()
            pthread_mutex_lock(shared.mutex)
            return result
        }
        while true {
            if let result = shared.results.removeValue(forKey: place) { return result }
            pthread_cond_wait(shared.changed, shared.mutex)
        }
    }

    /// Ends the helpers; what is still waiting is dropped.
    package func end() {
        pthread_mutex_lock(shared.mutex)
        shared.waiting = []
        shared.isEnding = true
        pthread_cond_broadcast(shared.changed)
        pthread_mutex_unlock(shared.mutex)
        for thread in threads { thread.join() }
        threads = []
    }
}
