public import Records

/// A layer in which one record has the focus, so that commands such as its history know which one is meant.
public protocol RecordHolder: AnyObject {
    /// The record that has the focus; `nil` when none has.
    var focusedRecord: RecordID? { get }
}
