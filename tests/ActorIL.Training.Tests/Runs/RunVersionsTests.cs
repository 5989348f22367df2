using System.Reflection;
using System.Runtime.CompilerServices;
using ActorIL.Actors.Behaviors;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Training.Learning;

namespace ActorIL.Training.Tests.Runs;

/// <summary>What a manifest says of behaviours and messages is all there is, and nothing more.</summary>
public class RunVersionsTests
{
    /// <summary>Every behaviour of the assembly, without its configuration.</summary>
    private static IEnumerable<Behavior> Defined =>
        typeof(RunVersions)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Behavior)) && !type.IsAbstract && !type.ContainsGenericParameters)
            .Select(type => (Behavior)RuntimeHelpers.GetUninitializedObject(type))
            .Append(Learner);

    /// <summary>A learner's name is that of its algorithm.</summary>
    private static LearnerBehavior<PpoState> Learner
    {
        get
        {
            var (module, plan) = (SmallPlans.CartPole.Module, SmallPlans.Of(SmallPlans.CartPole).Expert.Training!);
            var networks = PpoNetworks.Create(module.Observations, module.Actions, plan.Ppo).Require();
            return new(SmallPlans.CartPole, plan, new PpoAlgorithm(plan.Ppo, networks), RetriesMax: 0, default);
        }
    }

    [Fact]
    public void The_behaviors_are_those_of_the_assembly() =>
        Assert.Equal(Sorted(Defined.Select(behavior => behavior.BehaviorName)), RunVersions.Behaviors);

    [Fact]
    public void The_messages_are_those_that_the_behaviors_take() =>
        Assert.Equal(Sorted(Defined.Select(behavior => NameOf(MessageOf(behavior)))), RunVersions.Messages);

    [Fact]
    public void A_whole_run_meets_every_one_of_them()
    {
        var log = new DeliveryLog();
        var plan = SmallPlans.Of(SmallPlans.CartPole) with
        {
            Students = [SmallPlans.Remembering, AggrevateTests.OfCartPole],
            Adversaries = GailPlans.Of(SmallPlans.CartPole).Adversaries,
        };
        Running.Simulated(plan, faults: null, log);
        Assert.Equal(RunVersions.Behaviors, Sorted(log.Deliveries.Select(delivery => delivery.Role)));
        Assert.Equal(RunVersions.Messages, Sorted(log.Deliveries.Select(delivery => delivery.Type.Name)));
    }

    private static Type MessageOf(Behavior behavior)
    {
        var type = behavior.GetType();
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Behavior<,>))
        {
            type = type.BaseType!;
        }

        return type.GetGenericArguments()[1];
    }

    private static TypeName NameOf(Type message) =>
        (TypeName)message.GetProperty("Name", BindingFlags.Public | BindingFlags.Static)!.GetValue(obj: null)!;

    private static IEnumerable<string> Sorted(IEnumerable<TypeName> names) =>
        names.Select(name => name.ToString()).Distinct().Order(StringComparer.Ordinal);
}
