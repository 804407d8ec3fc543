import Interface
import Records

/// How much of a door there is room for on its row.
enum DoorLayout {
    /// What a search found: the door with its building.
    case found
    /// Everything, with titles where there are any.
    case full
    /// Beside the dossier on a very wide screen: everything, closer together.
    case close
    /// Beside the dossier: the state as a short mark.
    case short

    /// The layout for a place.
    ///
    /// - Parameters:
    ///   - columns: the columns there are.
    ///   - style: where the list stands.
    ///   - isFound: whether the doors are those that a search found.
    init(columns: Int, style: DoorList.Style, isFound: Bool) {
        self =
            if isFound { .found } else if style == .sheet || columns >= 70 { .full } else if columns >= 60 {
                .close
            } else { .short }
    }

    /// The columns of the list.
    ///
    /// - Parameters:
    ///   - look: the language.
    ///   - hasUnits: whether the building has several entrances, so that a room takes more.
    /// - Returns: the columns.
    func columns(_ look: Look, hasUnits: Bool) -> [ListColumn] {
        switch self {
        case .found:
            // Alone on the screen the longest outcome fits; beside the dossier the mark and how it began do.
            return [
                ListColumn(width: .flexible(min: 16, share: 2)), ListColumn(width: .flexible(min: 7, share: 1)),
                ListColumn(width: .flexible(min: 12, share: 1), isAside: true),
            ]
        case .full:
            let titles = [VisitTexts.room, VisitTexts.household, VisitTexts.count, VisitTexts.lastTime].map(look.text)
            return [
                ListColumn(titles[0], width: .fixed(6)), ListColumn(titles[1], width: .fixed(12)),
                ListColumn(titles[2], width: .fixed(4)), ListColumn(titles[3], width: .fixed(13), isAside: true),
                ListColumn(width: .flexible(min: 10, share: 1)),
            ]
        case .close:
            return [
                ListColumn(width: .fixed(5)), ListColumn(width: .fixed(8)), ListColumn(width: .fixed(4)),
                ListColumn(width: .fixed(10), isAside: true),
                ListColumn(width: .flexible(min: 10, share: 1), isAside: true),
            ]
        case .short:
            return [
                ListColumn(width: .fixed(hasUnits ? 5 : 4)), ListColumn(width: .flexible(min: 6, share: 1)),
                ListColumn(width: .fixed(4)), ListColumn(width: .fixed(10), isAside: true),
                ListColumn(width: .fixed(look.language == .zh ? 5 : 6)),
            ]
        }
    }
}
