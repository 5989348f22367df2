using System.Reflection;

namespace ActorIL.Packages.Tests.Surface;

/// <summary>What users compile against changes on purpose only: it is approved text.</summary>
public class PublicSurfaceTests
{
    /// <summary>The assemblies of the packages ActorIL.Plugins and ActorIL.Hosting.</summary>
    public static TheoryData<string> Assemblies =>
        [
            "ActorIL.Actors",
            "ActorIL.Algorithms",
            "ActorIL.Core",
            "ActorIL.Environments",
            "ActorIL.Hosting",
            "ActorIL.Numerics",
            "ActorIL.Plugins",
            "ActorIL.Training",
        ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_surface_is_the_approved_one(string assembly) =>
        Snapshot.Matches(PublicSurface.Of(Assembly.Load(assembly)), assembly);
}
