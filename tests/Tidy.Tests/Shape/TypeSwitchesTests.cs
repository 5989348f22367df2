using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

public sealed class TypeSwitchesTests
{
    private const string Union = """
        public abstract record U
        {
            private U() { }
            public abstract T Match<T>(Func<A, T> a, Func<B, T> b);
            public sealed record A(int N) : U { public override T Match<T>(Func<A, T> a, Func<B, T> b) => a(this); }
            public sealed record B : U { public override T Match<T>(Func<A, T> a, Func<B, T> b) => b(this); }
        }
        """;

    [Fact]
    public void Nothing_tests_for_a_case_of_our_unions() =>
        Findings.None(ProductCompilation.All.SelectMany(TypeSwitches.Find));

    [Theory]
    [InlineData("u is U.A")]
    [InlineData("u is U.A { N: 1 }")]
    [InlineData("u is U.A a && a.N > 0")]
    [InlineData("u is not U.A")]
    [InlineData("(u as U.A) == null")]
    [InlineData("((U.A)u).N > 0")]
    [InlineData("u switch { U.A => true, _ => false }")]
    [InlineData("u switch { U.A a => a.N > 0, _ => false }")]
    [InlineData("new[] { u }.OfType<U.A>().Any()")]
    public void A_type_test_for_a_case_is_found(string test) =>
        Findings.One(Find($"static class M\n{{\n    static bool Is(U u) => {test};\n}}"), 3, "type test for U.A");

    [Fact]
    public void A_switch_statement_over_cases_is_found() =>
        Findings.One(
            Find(
                "static class M\n{\n    static void F(U u)\n    {\n        switch (u)\n        {\n"
                    + "            case U.A: break;\n        }\n    }\n}"
            ),
            7,
            "type test for U.A"
        );

    [Theory]
    [InlineData("u.Match(a => a.N > 0, b => false)")]
    [InlineData("u is null")]
    [InlineData("u is { } known && known == u")]
    [InlineData("(object)u is string")]
    [InlineData("((U)new U.A(1)) == u")]
    public void Match_and_tests_of_other_types_pass(string test) =>
        Findings.None(Find($"static class M {{ static bool Is(U u) => {test}; }}"));

    [Fact]
    public void A_field_description_may_cast_to_its_cases() =>
        Findings.None(Find("static class M { static U Fields(U u) { var a = u as U.A; return a ?? u; } }"));

    [Fact]
    public void A_discard_arm_over_an_enum_of_ours_is_found() =>
        Findings.One(
            Find("enum E { A, B }\nstatic class M\n{\n    static int F(E e) => e switch { E.A => 1, _ => 2 };\n}"),
            4,
            "discard"
        );

    [Theory]
    [InlineData("enum E { A, B } static class M { static int F(E e) => e switch { E.A => 1, E.B => 2 }; }")]
    [InlineData("static class M { static int F(int n) => n switch { 0 => 1, _ => 2 }; }")]
    [InlineData("static class M { static int F(DayOfWeek d) => d switch { DayOfWeek.Monday => 1, _ => 2 }; }")]
    public void Other_switches_pass(string text) => Findings.None(Find(text));

    private static IEnumerable<Finding> Find(string text) => TypeSwitches.Find(ProductCompilation.Of(text, Union));
}
