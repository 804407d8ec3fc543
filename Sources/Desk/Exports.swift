// Whoever works at the desk speaks of records, types, lists and finds. The rooms behind it stay closed: neither the index nor
// the store can be reached from above.
@_exported public import Casework
@_exported public import Records

@_exported public import struct Index.GroupCount
@_exported public import enum Index.ListFilter
@_exported public import enum Index.ListOrder
@_exported public import struct Index.ListPage
@_exported public import struct Index.ListQuery
@_exported public import struct Index.SearchGroup
@_exported public import struct Index.SearchHit
@_exported public import struct Store.ExchangeFinding
@_exported public import struct Store.ExchangeProgress
@_exported public import struct Store.ExchangeReport
