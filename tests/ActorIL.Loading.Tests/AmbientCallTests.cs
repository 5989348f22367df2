using ActorIL.Core.Prelude;
using ActorIL.PluginTesting;
using ActorIL.Testing;

namespace ActorIL.Loading.Tests;

public sealed class AmbientCallTests : IDisposable
{
    private const string AllowFlag = "--allow-ambient-calls";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("clock", "position += DateTime.UtcNow.Ticks * 0.0;")]
    [InlineData("random", "position += new Random(1).NextDouble();")]
    [InlineData("lambda", "Func<double> now = () => Environment.TickCount64; position += now() * 0;")]
    [InlineData("sine", "position += Math.Sin(position);")]
    [InlineData("hash", "position += \"a\".GetHashCode() * 0.0;")]
    public void An_ambient_call_is_named_with_its_place(string what, string step) =>
        Snapshot.Matches(Problem(DriftSource.Good with { Step = step }), what);

    [Fact]
    public void Of_many_ambient_calls_some_are_shown() =>
        Snapshot.Matches(
            Problem(
                DriftSource.Good with
                {
                    Step = """
                    position += Math.Sin(0) + Math.Cos(0) + Math.Tan(0) + Math.Exp(0) + Math.Log(1);
                    position += Math.Cosh(0) + Math.Sinh(0);
                    """,
                }
            )
        );

    [Fact]
    public void Without_symbols_the_method_is_the_place()
    {
        var path = Compile(DriftSource.Good with { Step = "position += Guid.NewGuid().Version;" });
        File.Delete(Path.ChangeExtension(path, "pdb"));
        Snapshot.Matches(Text(Load(path).AmbientProblem(AllowFlag)));
    }

    [Fact]
    public void What_brings_hosts_alone_may_do_what_a_shell_does()
    {
        var loaded = Load(
            Compile(DriftSource.Good with { Step = "position += DateTime.UtcNow.Ticks;", Entries = Hosts })
        );
        Assert.NotEmpty(loaded.AmbientCalls);
        Assert.Null(loaded.AmbientProblem(AllowFlag));
    }

    private const string Hosts = """
        new()
        {
            Hosts = [new ActorIL.Actors.Hosts.HostEntry("mine", "Mine.", _ => throw new NotSupportedException())],
        }
        """;

    private string Problem(DriftSource source) => Text(Load(Compile(source)).AmbientProblem(AllowFlag));

    private string Text(Error? problem) =>
        problem?.ToString().Replace(_folder.Path, "FOLDER", StringComparison.Ordinal) ?? "none";

    private string Compile(DriftSource source) => PluginCompiler.Compile(_folder.Path, "Drifting", source.Text);

    private static LoadedPlugin Load(string path) => PluginLoader.Load(new(path, path)).Require();
}
