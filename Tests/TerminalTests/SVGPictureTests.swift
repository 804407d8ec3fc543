import Terminal
import Testing

@Suite struct SVGPictureTests {
    private let picture = SVGPicture(foreground: "#d0d0d0", background: "#1c1c1c")

    @Test func theSameFrameGivesTheSameBytesWithEveryCharacterAtItsCell() {
        var canvas = Canvas(size: Size(rows: 2, columns: 20))
        canvas.write("走访a", at: .zero)
        let svg = picture.render(canvas, title: "走访")
        #expect(svg == picture.render(canvas, title: "走访"))
        #expect(svg.contains("<text x=\"12 30 48\" y=\"27\" fill=\"#d0d0d0\">走访a</text>"))
        #expect(svg.contains("<title>走访</title>"))
    }

    @Test func textIsEscapedAndRareCharactersStandAlone() {
        var canvas = Canvas(size: Size(rows: 1, columns: 20))
        canvas.write("<&>𠮷\"", at: .zero)
        let svg = picture.render(canvas, title: "a<b")
        #expect(svg.contains(">&lt;&amp;&gt;</text>"))
        #expect(svg.contains(">&quot;</text>"))
        #expect(svg.contains("<text x=\"39\" y=\"27\" fill=\"#d0d0d0\">𠮷</text>"))
        #expect(svg.contains("<title>a&lt;b</title>"))
    }

    @Test func coloursReverseAndCaretAreDrawn() {
        var canvas = Canvas(size: Size(rows: 2, columns: 10))
        let style = Style(foreground: Color(basic: 1, extended: 210), attributes: [.reverse, .bold])
        canvas.write("超", at: .zero, style: style)
        canvas.placeCaret(at: Point(row: 1, column: 2))
        let svg = picture.render(canvas, title: "")
        #expect(svg.contains("<rect x=\"12\" y=\"12\" width=\"18\" height=\"20\" fill=\"#ff8787\"/>"))
        #expect(svg.contains("fill=\"#1c1c1c\" font-weight=\"bold\">超</text>"))
        #expect(svg.contains("<rect x=\"30\" y=\"32\" width=\"2\""))
    }
}
