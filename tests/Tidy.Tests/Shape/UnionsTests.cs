using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

public sealed class UnionsTests
{
    private const string Whole = """
        public abstract record Ending<T>
        {
            private Ending() { }
            public abstract R Match<R>(System.Func<Terminated, R> terminated, System.Func<Truncated, R> truncated);
            public sealed record Terminated : Ending<T>
            {
                public override R Match<R>(System.Func<Terminated, R> terminated, System.Func<Truncated, R> truncated)
                    => terminated(this);
            }
            public sealed record Truncated(T Final) : Ending<T>
            {
                public override R Match<R>(System.Func<Terminated, R> terminated, System.Func<Truncated, R> truncated)
                    => truncated(this);
            }
        }
        """;

    [Fact]
    public void Every_union_is_closed() => Findings.None(ProductCompilation.All.SelectMany(Unions.Find));

    [Fact]
    public void A_closed_union_passes() => Findings.None(Unions.Find(ProductCompilation.Of(Whole)));

    [Fact]
    public void A_constructor_that_is_not_private_is_found() =>
        Findings.One(
            Find(Whole.Replace("    private Ending() { }\n", "", StringComparison.Ordinal)),
            1,
            "private constructor"
        );

    [Fact]
    public void A_primary_constructor_is_found() =>
        Findings.One(
            Find(
                "abstract record U(int N)\n{\n    public abstract T Match<T>();\n"
                    + "    public sealed record A(int N) : U(N) { public override T Match<T>() => throw null!; }\n}"
            ),
            1,
            "private constructor"
        );

    [Fact]
    public void A_case_that_is_not_sealed_is_found() =>
        Findings.One(
            Find(Whole.Replace("sealed record Truncated", "record Truncated", StringComparison.Ordinal)),
            10,
            "case Ending.Truncated"
        );

    [Fact]
    public void A_union_without_match_is_found() =>
        Findings.One(Find("abstract record U\n{\n    private U() { }\n    public sealed record A : U;\n}"), 1, "Match");

    [Fact]
    public void A_case_outside_the_union_is_found()
    {
        // Whoever has the copy constructor can derive: the protected one that every record has.
        const string Stranger =
            "sealed record Escaped : Ending<int> { Escaped(Ending<int> like) : base(like) { } "
            + "public override R Match<R>(System.Func<Terminated, R> a, System.Func<Truncated, R> b) => throw null!; }";
        Findings.One(Unions.Find(ProductCompilation.Of(Whole, Stranger)), 1, "derives from union Ending");
    }

    [Fact]
    public void An_abstract_record_without_cases_is_no_union() => Findings.None(Find("public abstract record Shape;"));

    private static IEnumerable<Finding> Find(string text) => Unions.Find(ProductCompilation.Of(text));
}
