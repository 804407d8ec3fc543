internal import Records

/// Rules of a visit beyond its declaration.
enum VisitRules {
    static func problems(in values: FieldValues, context: ValidationContext) -> [Problem] {
        var result: [Problem] = []
        if let date = values[Visit.date], date > context.today {
            result.append(
                Problem(
                    Visit.date.path, .refusal,
                    Label(
                        "走访日期在今天之后；约好的日子请记为 改约", "The visit lies in the future: record an agreed day as “another day”"))
            )
        }
        if let agreed = values[Visit.nextDate], let date = values[Visit.date], agreed < date {
            result.append(
                Problem(
                    Visit.nextDate.path, .refusal,
                    Label("约定日期早于走访日期，请改日期", "The agreed day is before the visit: correct it")))
        }
        if let household = values[Visit.household], let found = context.lookup(household) {
            if found.type != Household.type.id {
                result.append(
                    Problem(
                        Visit.household.path, .refusal,
                        Label("「户」指向的不是户，请重选", "“Household” names something else: choose it again"), rule: "RIGHTS 3")
                )
            } else if let moved = found.values[Household.movedOut], let date = values[Visit.date], moved < date {
                result.append(
                    Problem(
                        Visit.household.path, .warning,
                        Label(
                            "这户已于 \(moved) 迁出，请核对地址后另选", "They moved out on \(moved): check the address, choose again"))
                )
            }
        }
        return result
    }
}
