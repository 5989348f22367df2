namespace ActorIL.Packages.Tests.Newcomer;

/// <summary>
/// The README's commands from packing to the verified trace, run one after the other once, for all tests of the way.
/// </summary>
public sealed class NewcomersWay : IDisposable
{
    private readonly Lazy<NewcomersMachine> _machine = new(() => new());
    private readonly Lazy<IReadOnlyList<CommandResult>> _results;

    public NewcomersWay() => _results = new(() => [.. Walk(_machine.Value)]);

    /// <summary>All commands up to the first that failed.</summary>
    public IReadOnlyList<CommandResult> All => _results.Value;

    /// <summary>The machine after them.</summary>
    public NewcomersMachine Machine
    {
        get
        {
            _ = All;
            return _machine.Value;
        }
    }

    /// <summary>What the one command that contains this text gave.</summary>
    public CommandResult Of(string text) =>
        Assert.Single(All, result => result.Line.Contains(text, StringComparison.Ordinal));

    public void Dispose()
    {
        if (_machine.IsValueCreated)
        {
            _machine.Value.Dispose();
        }
    }

    /// <summary>The first block is for the folder of the sources, those after it begin in an empty one.</summary>
    private static IEnumerable<CommandResult> Walk(NewcomersMachine machine)
    {
        var folder = machine.Sources;
        foreach (var block in ReadmeSection.Commands)
        {
            foreach (var line in block)
            {
                if (line.StartsWith("cd ", StringComparison.Ordinal))
                {
                    folder = Path.GetFullPath(Path.Combine(folder, line[3..]));
                    continue;
                }

                var result = machine.Run(folder, line);
                yield return result;
                if (result.ExitCode != 0)
                {
                    yield break;
                }
            }

            folder = folder == machine.Sources ? machine.Desk : folder;
        }
    }
}
