internal import Records

/// What the household register may hold (RIGHTS.md rule 6).
enum HouseholdRules {
    static func problems(in values: FieldValues, context: ValidationContext) -> [Problem] {
        var result: [Problem] = []
        for row in values.rows(of: Household.members) {
            guard let year = values[Household.memberBirthYear, row, of: Household.members] else { continue }
            let path = FieldPath(Household.members.key, row: row, cell: Household.memberBirthYear.key)
            let age = context.today.parts.year - year
            if let problem = birthYear(year, at: path, context) {
                result.append(problem)
            } else if age < 18 {
                result.append(
                    Problem(
                        path, .refusal,
                        Label(
                            "户里只记办事必需的：未成年人不记姓名，请删去这一行，在「未成年人数」里加 1",
                            "No more is kept than the work needs: minors are not named. Take the row out and add 1 to “Minors”"
                        ), rule: "RIGHTS 6"))
            }
        }
        if let people = values[Household.people], let minors = values[Household.minors], minors > people {
            result.append(
                Problem(
                    Household.minors.path, .refusal,
                    Label("未成年人数多于人数，请改其中一项", "More minors than people: correct one of them")))
        }
        if let told = values[Household.toldOn], told > context.today {
            result.append(
                Problem(
                    Household.toldOn.path, .refusal, Label("告知日期在今天之后，请改日期", "Told on a day to come: correct the day")))
        }
        if !values.rows(of: Household.members).isEmpty, values[Household.told] != true {
            result.append(
                Problem(
                    Household.told.path, .warning,
                    Label(
                        "登记了成员但没有告知，请告知目的、保留期限和本人权利后打勾",
                        "Members are kept but nobody was told why: tell them, then tick this"), source: "个人信息保护法17"))
        }
        return result
    }

    /// A year in which nobody who lives was born, in any record.
    static func birthYear(_ year: Int, at path: FieldPath, _ context: ValidationContext) -> Problem? {
        guard !(0...130).contains(context.today.parts.year - year) else { return nil }
        return Problem(
            path, .refusal, Label("出生年份不对，请核对四位年份", "The year of birth cannot be right: check the four digits"))
    }
}
