using ActorIL.Actors.Behaviors;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Systems that several tests run.</summary>
internal static class Talk
{
    /// <summary>Four actors that send to each other across, with and without delays.</summary>
    public static Behavior Crossing()
    {
        string[] names = ["a", "b", "c", "d"];
        var acts = names.Select(static name => Act.Spawn(name)).ToList();
        foreach (var from in names)
        {
            foreach (var to in names)
            {
                var answer = Act.Tell(Run.Id(from), $"back to {from}", from == to ? 1 : 0);
                acts.Add(Act.Tell(Run.Id(from), $"ask {from}", 1, Act.Tell(Run.Id(to), $"{from} to {to}", 0, answer)));
            }
        }

        return new ScriptedBehavior([.. acts]);
    }
}
