using System.Collections.Immutable;
using ActorIL.Loading.References;
using Microsoft.CodeAnalysis.Emit;
using Tidy.Tests.Sources;

namespace Tidy.Tests.Purity;

public sealed class BannedReferencesTests
{
    [Fact]
    public void The_functional_core_uses_nothing_that_is_banned()
    {
        var projects = ProjectFile.Under("src/Pure/");
        Assert.NotEmpty(projects);
        Findings.None(projects.SelectMany(project => Read(project.AssemblyName, BannedInCore.Find)));
    }

    [Fact]
    public void The_assemblies_read_are_those_of_the_sources()
    {
        var members = Read("ActorIL.Core", Paths);
        Assert.Contains("src/Pure/ActorIL.Core/Randomness/Philox.cs", members);
    }

    [Theory]
    [InlineData("float F(float x) => MathF.Exp(x)", "System.MathF.Exp")]
    [InlineData("double F(double x) => Math.ScaleB(x, 2)", "System.Math.ScaleB")]
    [InlineData("double F(double x) => Math.ReciprocalEstimate(x)", "System.Math.ReciprocalEstimate")]
    [InlineData("float F(float x) => float.Tanh(x)", "System.Single.Tanh")]
    [InlineData("float F(float x) => float.Lerp(x, x, x)", "System.Single.Lerp")]
    [InlineData("float F(float x) => float.MultiplyAddEstimate(x, x, x)", "System.Single.MultiplyAddEstimate")]
    [InlineData("int F(float x) => float.ConvertToIntegerNative<int>(x)", "System.Single.ConvertToIntegerNative")]
    [InlineData("T F<T>(T x) where T : ITrigonometricFunctions<T> => T.Sin(x)", "ITrigonometricFunctions`1.Sin")]
    [InlineData("Vector256<float> F(Vector256<float> x) => Vector256.Exp(x)", "Intrinsics.Vector256.Exp")]
    [InlineData("float F(Vector256<float> x) => Vector256.Sum(x)", "Intrinsics.Vector256.Sum")]
    [InlineData("Vector128<float> F(Vector128<float> x) => Vector128.MinNative(x, x)", "Vector128.MinNative")]
    [InlineData("int F() => Vector<float>.Count", "System.Numerics.Vector`1.get_Count")]
    [InlineData("int F(int[] x) => x.AsParallel().Sum()", "System.Linq.ParallelEnumerable")]
    [InlineData("object F() => ImmutableHashSet<int>.Empty", "ImmutableHashSet`1")]
    [InlineData("int F(Dictionary<int, int> x) { foreach (var p in x) { return p.Key; } return 0; }", "GetEnumerator")]
    [InlineData("object F(Dictionary<int, int> x) => x.Keys.ToArray()", "get_Keys")]
    [InlineData("int F(string x) => x.GetHashCode()", "GetHashCode")]
    [InlineData("int F(int x) => HashCode.Combine(x)", "System.HashCode")]
    [InlineData("long F() => DateTime.UtcNow.Ticks", "System.DateTime")]
    [InlineData("long F() => Environment.TickCount64", "System.Environment")]
    [InlineData("void F() { lock (new object()) { } }", "System.Threading.Monitor")]
    [InlineData("Func<Task> F() => () => null!", "System.Threading.Tasks.Task")]
    [InlineData("Func<int, float> F() => n => MathF.Sin(n)", "System.MathF.Sin")]
    [InlineData("IEnumerable<float> F(float x) { yield return MathF.Log(x); }", "System.MathF.Log")]
    [InlineData("float F(float x) { return G(); float G() => MathF.Cos(x); }", "System.MathF.Cos")]
    [InlineData("string F() => System.IO.File.ReadAllText(\"\")", "System.IO.File")]
    [InlineData("string F(int n) => n.ToString(System.Globalization.CultureInfo.CurrentCulture)", "get_CurrentCulture")]
    public void A_banned_use_is_found_with_its_line(string member, string words)
    {
        var findings = Compile(member);
        Assert.NotEmpty(findings);
        Assert.Contains(
            findings,
            f =>
                f.Found.Contains(words, StringComparison.Ordinal)
                && f is { Path: "src/Pure/ActorIL.Example/File0.cs", LineNumber: 10 }
        );
    }

    [Theory]
    [InlineData("float F(float x) => MathF.Sqrt(MathF.Abs(MathF.FusedMultiplyAdd(x, x, x)))")]
    [InlineData("double F(double x) => Math.Clamp(Math.Round(x), 0, Math.PI)")]
    [InlineData("int F(uint x) => BitOperations.Log2(x)")]
    [InlineData("int F(Vector256<int> x) => Vector256.Sum(x)")]
    [InlineData("bool F(Dictionary<string, int> x) => x.TryGetValue(\"\", out _) && x.Remove(\"\")")]
    [InlineData("record R(string N, int[] V) { public event Action? Done; public void G() => Done?.Invoke(); }")]
    [InlineData("IEnumerable<int> F(int n) { yield return n; }")]
    [InlineData("object F(int n) => new { n, Text = \"\" }")]
    [InlineData(
        "int F(string n) => n switch "
            + "{ \"a\" => 1, \"b\" => 2, \"c\" => 3, \"d\" => 4, \"e\" => 5, \"f\" => 6, \"g\" => 7, _ => 8 }"
    )]
    [InlineData("override int GetHashCode() => \"\".GetHashCode()")]
    [InlineData("ImmutableSortedDictionary<string, int> F() => ImmutableSortedDictionary<string, int>.Empty")]
    [InlineData("string F(float x) => x.ToString(System.Globalization.CultureInfo.InvariantCulture)")]
    public void What_gives_the_same_bits_everywhere_passes(string member) => Findings.None(Compile(member));

    private static ImmutableArray<Finding> Compile(string member)
    {
        // A member with a block body ends with its brace; one with an expression wants a semicolon.
        var end = member.Split("=>")[0].Contains('{', StringComparison.Ordinal) ? "" : ";";
        var compilation = ProductCompilation.Of(
            $$"""
            using System.Collections.Immutable;
            using System.Numerics;
            using System.Runtime.Intrinsics;

            namespace Example;

            /// <summary>Holds the member on line 10.</summary>
            public class Holder
            {
                public {{member}}{{end}}
            }
            """
        );
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var emitted = compilation.Emit(assembly, symbols, options: options);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        assembly.Position = 0;
        symbols.Position = 0;
        return [.. BannedInCore.Find(assembly, symbols)];
    }

    private static IEnumerable<string> Paths(Stream assembly, Stream symbols) =>
        CompiledAssembly.References(assembly, symbols).Select(reference => reference.Path);

    private static ImmutableArray<T> Read<T>(string assemblyName, Func<Stream, Stream, IEnumerable<T>> read)
    {
        using var assembly = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assemblyName + ".dll"));
        using var symbols = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assemblyName + ".pdb"));
        return [.. read(assembly, symbols)];
    }
}
