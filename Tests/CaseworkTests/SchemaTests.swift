import Casework
import Records
import Testing

/// RIGHTS.md rule 1, on every declared type, column, label and code.
struct SchemaTests {
    private static let all: [(type: RecordType, field: FieldSpec, isColumn: Bool)] = Casework.storedTypes.flatMap {
        type in
        type.fields.flatMap { field in
            [(type, field, false)] + field.columns.map { (type, $0, true) }
        }
    }

    /// What nobody records about a person, in keys and English.
    private static let forbiddenEnglish = [
        "ethnic", "religio", "politic", "party member", "party_member", "petition", "national", "native place",
        "origin",
        "income", "salary", "education level", "schooling", "degree", "marital", "diagnos", "medicat", "test result",
        "biometr", "fingerprint", "image", "photo", "face", "chat", "wechat", "movement", "track", "location",
    ]
    private static let forbiddenChinese = [
        "民族", "宗教", "信仰", "教派", "政治面貌", "党员", "党派", "信访人", "上访", "国籍", "籍贯", "户籍地", "来源地", "收入", "学历", "文化程度", "婚姻状况",
        "诊断", "病情", "用药", "服药", "检测结果", "尿检", "指纹", "人脸", "照片", "图片", "聊天", "微信", "轨迹", "行踪", "现实表现", "积分", "评分", "重点人",
        "高危",
        "风险等级", "黑名单",
    ]
    /// What ranks or labels; matters may have level and colour, persons may not.
    private static let ranking = [
        "score", "rank", "colour", "color", "level", "flag", "tag", "behavio", "rating", "points of",
    ]
    private static let rankingChinese = ["等级", "颜色", "标签", "评级", "分级", "打分", "层级", "标记", "表现"]

    @Test("No type holds what RIGHTS rule 1 forbids, by key or by label")
    func forbiddenFields() {
        #expect(Self.all.count > 100)
        for (type, field, _) in Self.all {
            let english = "\(field.key) \(field.label.en)".lowercased()
            for word in Self.forbiddenEnglish { #expect(!english.contains(word), "\(type.id).\(field.key): \(word)") }
            for word in Self.forbiddenChinese {
                #expect(!field.label.zh.contains(word), "\(type.id).\(field.key): \(word)")
            }
        }
    }

    @Test("No code table lists what RIGHTS rule 1 forbids; a table may name the office that sent a dispute")
    func forbiddenCodes() {
        let tables = CodeTable.shipped
        #expect(tables.count > 30)
        for table in tables {
            for row in table.rows {
                for word in Self.forbiddenChinese {
                    #expect(!row.label.zh.contains(word), "\(table.id) \(row.code): \(word)")
                }
                for word in Self.forbiddenEnglish where !(table.id == "dispute_source" && row.code == "34") {
                    #expect(!row.label.en.lowercased().contains(word), "\(table.id) \(row.code): \(word)")
                }
            }
        }
    }

    @Test("Nothing that describes a person has a score, rank, colour, level, flag, tag or behaviour")
    func ranking() {
        for (type, field, isColumn) in Self.all where type.describesPerson || isColumn || type.id == "officer" {
            let english = "\(field.key) \(field.label.en)".lowercased()
            for word in Self.ranking {
                #expect(
                    !english.split(separator: " ").contains { $0.hasPrefix(word) }, "\(type.id).\(field.key): \(word)")
            }
            for word in Self.rankingChinese {
                #expect(!field.label.zh.contains(word), "\(type.id).\(field.key): \(word)")
            }
            #expect(field.kind.codes?.id != "matter_colour")
        }
    }

    @Test("Every type whose top level names a person says that it describes one; matters and office-holders do not")
    func describesPerson() {
        for type in Casework.types where type.id != Officer.type.id {
            let namesPerson = type.fields.contains { $0.kind == .personName }
            #expect(!namesPerson || type.describesPerson, "\(type.id)")
        }
    }

    @Test("A follow-up and its entries have no household and no address")
    func noAddress() {
        for type in [Followup.type, FollowupEntry.type] {
            for field in type.fields {
                #expect(field.kind != .address && field.kind != .reference("household"), "\(type.id).\(field.key)")
                #expect(!field.key.contains("address"))
            }
        }
        #expect(!Visit.type.fields.contains { $0.kind == .reference("followup") })
        #expect(!Household.type.fields.contains { $0.kind == .reference("household") })
    }

    @Test("Every label, help and code has both languages, and keys are unique")
    func labels() {
        func isComplete(_ label: Label) -> Bool { !label.zh.isEmpty && !label.en.isEmpty && label.zh != label.en }
        for type in Casework.storedTypes {
            #expect(isComplete(type.label))
            #expect(Set(type.fields.map(\.key)).count == type.fields.count, "\(type.id)")
            #expect(type.fields.allSatisfy { $0.columns.count == Set($0.columns.map(\.key)).count })
        }
        for (type, field, _) in Self.all {
            #expect(isComplete(field.label), "\(type.id).\(field.key)")
            if let help = field.help { #expect(isComplete(help)) }
            for constraint in field.constraints { #expect(isComplete(constraint.message)) }
        }
        for table in CodeTable.shipped {
            #expect(!table.rows.isEmpty, "\(table.id)")
            for row in table.rows {
                #expect(isComplete(row.label), "\(table.id) \(row.code)")
                #expect(!row.label.en.unicodeScalars.contains { $0.value > 0x2E80 }, "\(table.id) \(row.code)")
            }
        }
    }

    @Test("Titles, columns, orders and derived keys name fields that exist")
    func references() {
        for type in Casework.storedTypes {
            let order =
                switch type.order {
                case .natural(let keys), .newest(let keys): keys
                }
            for key in type.title + type.columns + order + type.derivedKeys.flatMap(\.parts) {
                #expect(type.field(key) != nil, "\(type.id).\(key)")
            }
        }
    }

    @Test("Every enumeration of codes is exactly its table")
    func enumerations() {
        func codes<Code: CaseIterable & RawRepresentable<String>>(_: Code.Type) -> [String] {
            Code.allCases.map(\.rawValue)
        }
        let pairs: [(CodeTable, [String])] = [
            (.visitOutcome, codes(VisitOutcome.self)), (.tenure, codes(Tenure.self)),
            (.raisedKind, codes(RaisedKind.self)),
            (.raisedState, codes(RaisedState.self)), (.officerRole, codes(OfficerRole.self)),
            (.cadence, codes(Cadence.self)),
            (.followupClosing, codes(FollowupClosing.self)), (.consent, codes(Consent.self)),
            (.partyKind, codes(PartyKind.self)),
            (.matterScale, codes(MatterScale.self)), (.mediationMode, codes(MediationMode.self)),
            (.mediationResult, codes(MediationResult.self)), (.performance, codes(Performance.self)),
            (.judicialConfirmation, codes(JudicialConfirmation.self)), (.quotaProfile, codes(QuotaProfile.self)),
            (.followupKind, codes(FollowupKind.self)), (.auditAct, codes(AuditAct.self)),
            (.auditField, codes(AuditField.self)),
        ]
        for (table, codes) in pairs { #expect(Set(table.rows.map(\.code)) == Set(codes), "\(table.id)") }
        #expect(Set(FollowupKind.allCases.flatMap(\.bases)) == Set(CodeTable.basisType.rows.map(\.code)))
    }

    @Test("The source of a dispute is counted, never filtered: it is not indexed and no list column")
    func source() {
        #expect(!Mediation.source.spec.isIndexed)
        #expect(!Mediation.type.columns.contains(Mediation.source.key))
    }

    @Test("A condition within a row asks for a cell, never for a field of the record with the same name")
    func rowConditions() {
        for type in Casework.storedTypes {
            for field in type.fields {
                let cells = Set(field.columns.map(\.key))
                for column in field.columns {
                    for condition in [column.required, column.visible].compactMap({ $0 }) {
                        let words = condition.description.split { !($0.isLetter || $0 == "_") }.map(String.init)
                        for word in words where cells.contains(word) {
                            #expect(type.field(word) == nil, "\(type.id).\(field.key).\(column.key): \(word)")
                        }
                    }
                }
            }
        }
    }
}
