import Records
import Testing

struct AddressTests {
    @Test(
        "An address is taken apart for sorting, whatever levels it has",
        arguments: [
            ("云栎市青禾区枫溪街道榆钱社区老榆里3号楼2单元501室", ["云栎市青禾区枫溪街道榆钱社区", "老榆里", "3号楼", "2单元", "501室"]),
            ("老榆里3号楼602", ["", "老榆里", "3号楼", "", "602"]), ("新榆家园1-2-0801", ["", "新榆家园", "1号楼", "2单元", "0801室"]),
            ("云栎市青禾区枫溪街道柿子湾村4组12号", ["云栎市青禾区枫溪街道", "柿子湾村", "4组", "", "12号"]), ("槐树胡同7号", ["", "槐树胡同", "", "", "7号"]),
            ("榆钱路88号公寓A座1-2-301室", ["", "榆钱路88号公寓", "A座", "1-2", "301室"]),
            ("榆钱路88号公寓B座0917", ["", "榆钱路88号公寓", "B座", "", "0917"]), ("农贸市场12号摊", ["", "农贸市场", "", "", "12号摊"]),
            ("老榆里１号楼１０１室", ["", "老榆里", "1号楼", "", "101室"]), ("幸福小区5栋甲单元3室", ["", "幸福小区", "5栋", "甲单元", "3室"]),
            ("柿子湾村村委会", ["", "柿子湾村村委会", "", "", ""]), ("", ["", "", "", "", ""]),
        ])
    func parts(address: String, expected: [String]) {
        let parts = AddressParts(address)
        #expect([parts.prefix, parts.estate, parts.building, parts.unit, parts.room] == expected)
    }

    @Test("Doors sort as people count them")
    func order() {
        let sorted = ["10号楼", "2号楼", "甲号楼", "2号楼", "101室", "乙", "0801室", "99"].sorted(by: NaturalOrder.precedes)
        #expect(sorted == ["甲号楼", "乙", "2号楼", "2号楼", "10号楼", "99", "101室", "0801室"])
    }

    @Test("The order is total and strict")
    func strict() {
        let texts = ["", "2", "02", "2号", "10号", "甲", "1-2-301", "1-10-1", "老榆里"]
        for left in texts {
            #expect(!NaturalOrder.precedes(left, left))
            for right in texts where left != right {
                #expect(NaturalOrder.precedes(left, right) != NaturalOrder.precedes(right, left))
            }
        }
    }

    @Test("Names compare with every kind of dot alike and are not changed otherwise")
    func dots() {
        for dot in ["·", "•", "・", "．", "‧"] {
            #expect(TextFolding.comparableName("哈丽曼\(dot)托合提江") == "哈丽曼·托合提江")
        }
        #expect(TextFolding.comparableName("𠮷田野") == "𠮷田野")
    }
}
