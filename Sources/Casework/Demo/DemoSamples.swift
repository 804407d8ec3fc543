internal import Records

/// The sixty shipped samples, read once.
enum DemoSamples {
    static let all: [Value] = PackageResources.samples_jsonl.split(separator: UInt8(ascii: "\n")).compactMap {
        try? JSONReader.value(of: $0)
    }

    static func of(kind: String) -> [Value] { all.filter { $0["kind"]?.text == kind } }

    /// The titles of the thirty disputes, in the order of the file.
    static let titles = [
        "楼上漏水", "楼道堆物", "赡养老人", "遛狗碰撞", "地下车库积水", "装修工钱", "理发卡退费", "练琴声响", "田埂边界", "屋檐滴水", "租房押金", "走廊鞋柜",
        "球场打架", "剐蹭误工费", "诊疗异议", "孩子入园", "门口摄像头", "摊位越线", "二手平板退货", "烧烤油烟", "老宅补偿款", "船票退费", "楼上噪音", "班组工资",
        "家庭纠纷", "香椿树挡光", "借款归还", "校门口停车", "楼道灯与堆料", "晾衣滴水",
    ]

    /// The code that a table gives a name, by its beginning or an older name.
    static func code(_ name: String, in table: CodeTable) -> String? {
        let aliases = ["劳动争议纠纷": "11", "消费纠纷": "14", "环境保护纠纷": "09", "道路交通纠纷": "16"]
        if table.id == "dispute_category", let code = aliases[name] { return code }
        if name == "现场治安调解" { return "XT" }
        return table.rows.first { $0.label.zh == name }?.code ?? table.rows.first { $0.label.zh.hasPrefix(name) }?.code
    }
}
