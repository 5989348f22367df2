using Microsoft.CodeAnalysis;

namespace Tidy.Tests.Sources;

/// <summary>Checks that ask for meanings would pass in silence if names did not resolve.</summary>
public sealed class ProductCompilationTests
{
    [Fact]
    public void Every_declaration_of_the_product_resolves()
    {
        Assert.NotEmpty(ProductCompilation.Pure);
        var errors = ProductCompilation
            .All.SelectMany(compilation => compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Where(diagnostic => diagnostic.Id is not ("CS8795" or "CS9248"));
        Findings.None(
            errors.Select(error =>
                Finding.At(error.Location, $"{error.Id} {error}", "sources that the Tidy tests can compile")
            )
        );
    }

    [Fact]
    public void Nested_types_are_among_the_types_of_a_compilation()
    {
        var compilation = ProductCompilation.Of("public class Outer { public class Inner { } }");
        Assert.Equal(
            ["Inner", "Outer"],
            ProductCompilation.Types(compilation).Select(type => type.Name).Order(StringComparer.Ordinal)
        );
    }
}
