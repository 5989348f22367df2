using System.Collections.Immutable;

namespace ActorIL.Actors.Hosts;

/// <summary>What a schedule chose. Where only one envelope is ready there is no choice, and nothing is kept.</summary>
internal sealed class ChoiceLog
{
    private readonly List<int> _choices = [];
    private int _lengthWithoutZeros;

    /// <summary>How many choices there were.</summary>
    public int Count => _choices.Count;

    public ImmutableArray<int> Choices => [.. _choices[.._lengthWithoutZeros]];

    public int Add(int choice)
    {
        _choices.Add(choice);
        _lengthWithoutZeros = choice == 0 ? _lengthWithoutZeros : _choices.Count;
        return choice;
    }
}
