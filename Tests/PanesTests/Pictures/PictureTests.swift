import Foundation
import Interface
import Panes
import TestSupport
import Testing

/// The README's pictures are drawn by the program itself, and go stale as soon as a screen changes.
///
/// `BEATBOOK_PICTURES=write swift test --filter PictureTests` draws them again; look at them before committing.
@Suite struct PictureTests {
    /// A picture: its name, the size of the screen, the theme, and the keys that lead to it.
    struct Picture: Sendable, CustomTestStringConvertible {
        let name: String
        var size = Size.standard
        var theme = "dark"
        let keys: [String]

        var testDescription: String { name }
    }

    static let pictures = [
        Picture(name: "today", keys: []),
        Picture(
            name: "sheet",
            keys: ["Ctrl-Right", "Down", "Down", "Enter", "Ctrl-B", "1", "楼道纸箱，物业周一清", "Enter"]),
        Picture(name: "household", size: .wide, keys: ["Ctrl-Right", "Down", "Down", "Enter"]),
        Picture(
            name: "form",
            keys: [
                "Ctrl-Right", "Down", "Down", "Enter", "Ctrl-P", "完整走访表", "Enter", "2",
                "Tab", "反映门前楼道堆放纸箱，已与物业电话联系，周一清运。愿意登记紧急联系人。",
            ]),
        Picture(name: "followups", keys: ["Ctrl-Right", "Ctrl-Right"]),
        Picture(name: "mediation", theme: "light", keys: ["Ctrl-Right", "Ctrl-Right", "Ctrl-Right", "Down", "Enter"]),
        Picture(name: "find", keys: ["Ctrl-F", "scp"]),
    ]

    @Test(arguments: pictures)
    func thePicturesInTheREADMEAreWhatTheProgramShows(picture: Picture) throws {
        let fixture = try NotebookFixture(
            picture.size, settings: NotebookSettings(theme: picture.theme))
        for key in picture.keys { fixture.press(key) }
        let colours = picture.theme == "light" ? ("#1f2328", "#ffffff") : ("#d0d0d0", "#1c1c1c")
        let drawn = SVGPicture(foreground: colours.0, background: colours.1).render(
            fixture.notebook.frame(picture.size), title: "Beatbook · \(picture.name)")
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../.pictures/\(picture.name).svg").standardized
        if ProcessInfo.processInfo.environment["BEATBOOK_PICTURES"] == "write" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(drawn.utf8).write(to: file)
        }
        #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == drawn)
    }
}
