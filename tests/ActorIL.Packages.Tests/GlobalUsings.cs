global using ActorIL.Testing;

[assembly: AssemblyFixture(typeof(ActorIL.Packages.Tests.Newcomer.NewcomersWay))]
