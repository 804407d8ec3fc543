import Glibc

/// Does the file work of an exchange on a thread of its own, and hands over what came as fast as it is taken.
///
/// The notebook's thread asks for events when it has time: it never waits for the disk.
public final class ExchangeWorker: @unchecked Sendable {
    // `@unchecked` since every access to the variables holds the mutex.

    /// Something for the notebook's thread to do.
    public enum Event: Sendable {
        /// The place was looked at: make a plan and give it to ``go(on:)``.
        case surveyed(PlaceSurvey)
        /// The place cannot be exchanged with.
        case failed(StoreError)
        /// A segment came.
        case arrived(ExchangeArrival)
        /// That was all.
        case done(ExchangeResult)
    }

    /// So many segments may wait: more would only fill the memory.
    private static let most = 8

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var events: [Event] = []
    private var isCancelling = false
    private var latest = ExchangeProgress()
    private var thread: HelperThread?

    /// Begins to look at a place.
    ///
    /// - Parameter source: which place, and for which store.
    public init(_ source: ExchangeSource) {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
        start { worker in
            do throws(StoreError) {
                worker.put(.surveyed(try PlaceSurvey(source)))
            } catch {
                worker.put(.failed(error))
            }
        }
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Begins to copy.
    ///
    /// - Parameter plan: what is here and there.
    public func go(on plan: ExchangePlan) {
        thread?.join()
        start { worker in
            let result = ExchangeResult.transfer(
                plan, isCancelled: { worker.isCancelled }, progress: { worker.progress = $0 },
                deliver: { worker.put(.arrived($0)) })
            worker.put(.done(result))
        }
    }

    /// What happened since, one at a time; `nil` when nothing did.
    public func take() -> Event? {
        locked {
            guard !events.isEmpty else { return nil }
            defer { pthread_cond_broadcast(changed) }
            return events.removeFirst()
        }
    }

    /// The segment that came, when that is the next thing that happened.
    public func takeArrival() -> ExchangeArrival? {
        locked {
            guard case .arrived(let arrival) = events.first else { return nil }
            events.removeFirst()
            pthread_cond_broadcast(changed)
            return arrival
        }
    }

    /// Waits until something happened, for callers that have nothing else to do.
    ///
    /// - Returns: what happened.
    public func wait() -> Event {
        locked {
            while events.isEmpty { pthread_cond_wait(changed, mutex) }
            defer { pthread_cond_broadcast(changed) }
            return events.removeFirst()
        }
    }

    /// How far it is.
    public private(set) var progress: ExchangeProgress {
        get { locked { latest } }
        set { locked { latest = newValue } }
    }

    /// Ends it after the file it is at; ``Event/done(_:)`` still comes.
    public func cancel() {
        locked {
            isCancelling = true
            pthread_cond_broadcast(changed)
        }
    }

    /// Waits for the thread to end, after ``Event/done(_:)`` or ``Event/failed(_:)``.
    public func end() {
        thread?.join()
        thread = nil
    }

    private var isCancelled: Bool { locked { isCancelling } }

    private func start(_ body: @escaping @Sendable (ExchangeWorker) -> Void) {
        thread = HelperThread { body(self) }
        // A system that gives no more threads must not keep anybody from syncing.
        if thread == nil { body(self) }
    }

    /// Puts an event where it will be found; waits while too many segments do.
    ///
    /// - Returns: whether to go on.
    @discardableResult
    private func put(_ event: Event) -> Bool {
        locked {
            if case .arrived = event {
                while events.count >= Self.most, !isCancelling, thread != nil { pthread_cond_wait(changed, mutex) }
            }
            events.append(event)
            pthread_cond_broadcast(changed)
            return !isCancelling
        }
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}
