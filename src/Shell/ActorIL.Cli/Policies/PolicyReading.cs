using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Configuration;
using ActorIL.Storage.Tensors;

namespace ActorIL.Cli.Policies;

/// <summary>
/// Takes a checkpoint apart; the first thing that is missing or wrong is kept, stand-ins serve the rest.
/// </summary>
/// <param name="path">The file, for errors.</param>
/// <param name="content">What it holds.</param>
internal sealed class PolicyReading(string path, CheckpointContent content)
{
    /// <summary>Null while nothing is wrong.</summary>
    public Error? Problem { get; private set; }

    public string Text(string name) => Accept(content.Text(name, path), "");

    public ulong Number(string name, ulong most)
    {
        var text = Text(name);
        var isNumber = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number <= most ? number : Reject(name, text, $"a whole number of at most {most}", 0UL);
    }

    /// <summary>Whole numbers separated by commas; an empty text is an empty list.</summary>
    public ImmutableArray<int> Sizes(string name)
    {
        var text = Text(name);
        var sizes = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                return Reject(name, text, "whole numbers separated by commas", ImmutableArray<int>.Empty);
            }

            sizes.Add(size);
        }

        return sizes.ToImmutable();
    }

    /// <summary>A member of an enumeration by the name it has on disk.</summary>
    public T Choice<T>(string name, Func<T, string> nameOf)
        where T : struct, Enum
    {
        var text = Text(name);
        var members = Enum.GetValues<T>();
        var wanted = string.Join(", ", members.Select(nameOf));
        return Array.FindIndex(members, member => nameOf(member) == text) is var index and >= 0
            ? members[index]
            : Reject(name, text, $"one of {wanted}", members[0]);
    }

    public bool HasText(string name) => content.Text(name, path).Match(_ => true, _ => false);

    /// <summary>Lines of the form name=value.</summary>
    public ImmutableArray<ParameterSetting> Settings(string name) =>
        [
            .. from line in Text(name).Split('\n')
            let parts = line.Split('=', count: 2)
            select new ParameterSetting(parts[0], parts.Length > 1 ? parts[1] : ""),
        ];

    public bool Has(string name) => content.Tensors.Any(tensor => tensor.Name == name);

    public EquatableArray<float> Floats(string name) =>
        Accept(content.Floats(name, path).Map(tensor => tensor.Values), EquatableArray.Create<float>([]));

    private T Accept<T>(Result<T, Error> result, T standIn) =>
        result.Match(
            value => value,
            error =>
            {
                Problem ??= error;
                return standIn;
            }
        );

    private T Reject<T>(string name, string found, string wanted, T standIn)
    {
        Problem ??= new Error(
            $"{path}, metadata {name}",
            $"\"{found}\"",
            wanted,
            "Give a checkpoint that a run has written."
        );
        return standIn;
    }
}
