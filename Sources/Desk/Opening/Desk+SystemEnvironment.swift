public import Store

extension Desk {
    /// The real machine: its disk, clock, random numbers and name.
    ///
    /// Programs ask here, so that they need not know the store.
    ///
    /// - Returns: the environment of a real notebook.
    public static func systemEnvironment() -> StoreEnvironment { SystemEnvironment.environment() }
}
