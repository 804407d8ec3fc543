/// What is wrong in a theme file.
public struct ThemeError: Error, Hashable, Sendable {
    /// The file's name.
    public let file: String
    /// The line, counted from 1, when it is known.
    public let line: Int?
    /// The role concerned, when there is one.
    public let role: String?
    /// What is wrong and what to write instead, in Chinese.
    public let reasonZh: String
    /// What is wrong and what to write instead, in English.
    public let reasonEn: String

    /// The whole message in Chinese: file, line, role, reason.
    public var zh: String {
        "主题 \(file)" + (line.map { " 第 \($0) 行" } ?? "") + (role.map { " \($0)" } ?? "") + "：" + reasonZh
    }

    /// The whole message in English: file, line, role, reason.
    public var en: String {
        "Theme \(file)" + (line.map { ", line \($0)" } ?? "") + (role.map { ", \($0)" } ?? "") + ": " + reasonEn
    }
}

extension ThemeError: CustomStringConvertible {
    /// The English message.
    public var description: String { en }
}
