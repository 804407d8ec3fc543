/// Something that works while keys are answered: it is asked to do a little whenever no key waits.
protocol Working: AnyObject {
    /// Whether it has anything to do.
    var isWorking: Bool { get }

    /// Does a little, for at most 2 ms.
    ///
    /// - Returns: whether there was anything to do; `false` while it waits for the disk.
    func work() -> Bool
}
