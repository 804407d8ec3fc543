public import Records

/// What a record must have to be in a list.
///
/// Deleted records never are.
///
/// A filter on a field that is not declared as indexed works too, by reading every record of the type.
public enum ListFilter: Hashable, Sendable {
    /// The field, or the derived key, has this value; of a field with several values, one of them.
    case equals(String, Value)
    /// The field, or the derived key, has one of these values.
    case oneOf(String, [Value])
    /// The field's value lies between two values, both included; `nil` leaves that side open.
    case range(String, from: Value?, through: Value?)
    /// The field has a value.
    case isSet(String)
    /// The field has no value.
    case isEmpty(String)
    /// The condition holds; it is worked out on every record of the type.
    case condition(Condition)
}
