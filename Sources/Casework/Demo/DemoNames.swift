internal import Records

/// Names and words of a place that does not exist.
///
/// Rare surnames, region 000000, telephones 1300000xxxx.
enum DemoNames {
    static let surnames =
        Array(
            "单解仇查盖区繁覃曾召折任乐朴翟郇隗缪逄臧訾盛祭种秘车贾那燕应相幺黑洗郗宓员冼牟能柏卜华纪佴厍滑郜郁芮缑蔺亓亢昝鄢敖冀濮亳晏谌麴"
        ).map(String.init) + ["万俟", "尉迟", "令狐", "欧阳", "澹台", "皇甫", "钟离", "𠮷田"]
    static let givenFirst = Array("文思明清若远映秋静素晓庆守春向东南立善国志云").map(String.init)
    static let givenSecond = Array("静谦萍勇远雪悦舟岩松香兰和林旺业安凯梅山").map(String.init)

    static let estates: [(name: String, buildings: Int)] = [("老榆里", 9), ("新榆家园", 10)]

    static let sentences = [
        "一家人都在，说近来都好。", "反映楼道灯坏了一盏，已当场给物业打电话，答应两天内修。", "问居住证怎么办，告知了材料清单。",
        "讲了防诈骗的三句话：不轻信、不转账、先打110问一问。", "阳台堆了纸箱，提醒清理，当面挪开了一半。", "说上周接到“客服退款”电话，没有上当。",
        "门口电动自行车在充电，劝说后推到楼下充电棚。", "留了警务室电话，本人愿意登记紧急联系人。", "楼上晾衣服滴水的事已经解决，两家都客气。",
        "燃气软管看过，是2019年的，建议联系燃气公司更换。", "希望小区南门早高峰有人疏导，已记入民意提案。", "询问户口迁移需要哪些证明，请他周四上午到警务室。",
        "家里有老人，教了智能手机一键呼叫怎么用。", "单元门禁坏了三天，当场联系物业，约定次日上午修好。", "租客刚搬来，介绍了垃圾投放点和快递柜位置。",
        "说夜里有车按喇叭，记下时段，准备和交警商量。", "孩子放学要过马路，建议走斑马线，别从绿化带穿。", "灭火器压力正常，指针在绿区，教了提、拔、握、压四个动作。",
    ]

    static func name(_ random: inout DemoRandom) -> String {
        let surname = random.pick(surnames)
        let first = random.pick(givenFirst)
        return random.below(4) == 0 ? surname + first : surname + first + random.pick(givenSecond)
    }

    static func phone(_ random: inout DemoRandom) -> String {
        let digits = String(random.below(10_000))
        return "1300000" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// A note of about so many characters, made of whole sentences.
    static func note(about characters: Int, _ random: inout DemoRandom) -> String {
        var text = random.pick(sentences)
        var count = 20
        while count < characters {
            text += random.pick(sentences)
            count += 22
        }
        return text
    }
}
