using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Resolution;

/// <summary>What can be wrong with a substitution.</summary>
internal static class ResolutionError
{
    public static HoconError Undefined(Term.Substitution substitution)
    {
        var path = new HoconPath(substitution.WrittenPath);
        return new HoconError(
            substitution.Origin,
            $"{substitution.Written}, which is not defined",
            $"a value at {path}, or an environment variable of that name",
            $"Define it, or write ${{?{path}}} where it may be missing."
        );
    }

    public static HoconError Circular(Term.Substitution substitution, Cycle cycle) =>
        new(
            substitution.Origin,
            $"a cycle of substitutions, {cycle.Chain}",
            "a value that does not depend on itself",
            "Break the cycle; only an earlier value of the same key may be referred to."
        );

    public static HoconError TooDeep(HoconOrigin origin) =>
        Budget.Exceeded(
            origin,
            "too many substitutions that lead to each other",
            $"at most {HoconLimits.SubstitutionDepthMax} in one chain"
        );

    public static HoconError TooLong(HoconOrigin origin) =>
        Budget.Exceeded(
            origin,
            "substitutions that take too long to resolve",
            $"at most {HoconLimits.EvaluationCountMax} evaluations"
        );
}
