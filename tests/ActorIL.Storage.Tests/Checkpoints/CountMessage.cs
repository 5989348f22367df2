using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Checkpoints;

/// <summary>Numbers on their way.</summary>
internal sealed record CountMessage(ParameterBlock? Numbers) : IFields<CountMessage>
{
    public static TypeName Name => new("test-count-message", 1);

    public static CountMessage Fields<TVisitor>(scoped ref TVisitor visitor, CountMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var numbers = value?.Numbers;
        visitor.Block(1, "numbers", ref numbers);
        return TVisitor.Rebuilds ? new(numbers) : value!;
    }
}
