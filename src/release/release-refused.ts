import type { Text } from '../standard/text.ts';
import type { SharedService } from './check-services.ts';
import type { LaterReturn } from './check-versions.ts';
import type { FrozenPeriod } from './revision-limits.ts';

/** A release that cannot be built or published as things stand, in words for the person who asked for it. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused';
  readonly text: Text;

  private constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }

  static nothingAccepted(collection: string): ReleaseRefused {
    return new ReleaseRefused({
      en: `No accepted return stands in the collection ${collection}. Submit one, or name another collection.`,
      cy: `Nid oes ffurflen wedi'i derbyn yn y casgliad ${collection}. Cyflwynwch un, neu enwch gasgliad arall.`,
    });
  }

  static laterVersion(version: string, later: readonly LaterReturn[]): ReleaseRefused {
    const names = later.map((each) => `${each.organisation} ${each.period} (${each.version})`).join(', ');
    return new ReleaseRefused({
      en: `A release at version ${version} of the standard cannot hold returns that follow a later one: ${names}. Build at their version with --schema-version, or have them sent again at ${version}.`,
      cy: `Ni all datganiad yn ôl fersiwn ${version} o'r safon gynnwys ffurflenni sy'n dilyn un ddiweddarach: ${names}. Adeiladwch yn ôl eu fersiwn nhw gyda --schema-version, neu trefnwch iddynt gael eu hanfon eto yn ôl ${version}.`,
    });
  }

  static trial(release: string, version: string): ReleaseRefused {
    return new ReleaseRefused({
      en: `${release} is a trial: it was built at version ${version} of the standard while that was a draft, so it cannot be published. Once ${version} is no longer a draft, build it again: spcd release build --id ${release}`,
      cy: `Treial yw ${release}: fe'i hadeiladwyd yn ôl fersiwn ${version} o'r safon tra oedd yn ddrafft, felly ni ellir ei gyhoeddi. Pan na fydd ${version} yn ddrafft mwyach, adeiladwch ef eto: spcd release build --id ${release}`,
    });
  }

  static sharedService({ service, period, organisations }: SharedService): ReleaseRefused {
    const names = organisations.join(', ');
    return new ReleaseRefused({
      en: `The service ${service} stands in the returns of ${names} for ${period}, so its people would be counted twice. One of them must send its return again without it.`,
      cy: `Mae'r gwasanaeth ${service} yn ffurflenni ${names} ar gyfer ${period}, felly byddai ei bobl yn cael eu cyfrif ddwywaith. Rhaid i un ohonynt anfon ei ffurflen eto hebddo.`,
    });
  }

  static periodFrozen({ table, period, versions, organisations }: FrozenPeriod): ReleaseRefused {
    const names = organisations.join(', ');
    const since = {
      en: organisations.length > 0 ? ` Sent again since: ${names}.` : '',
      cy: organisations.length > 0 ? ` Anfonwyd eto ers hynny: ${names}.` : '',
    };
    return new ReleaseRefused({
      en: `period_frozen: ${table} of ${period} has been published in ${versions} versions, and with one more the noise could be averaged away. Its figures stay as they are: have the return that was published last sent again.${since.en}`,
      cy: `period_frozen: mae ${table} ar gyfer ${period} wedi'i gyhoeddi mewn ${versions} fersiwn, a chydag un arall gellid cael gwared ar y sŵn drwy gyfartaleddu. Mae ei ffigurau'n aros fel y maent: trefnwch i'r ffurflen a gyhoeddwyd ddiwethaf gael ei hanfon eto.${since.cy}`,
    });
  }

  static tooLittleMemory(megabytes: number, cause: unknown): ReleaseRefused {
    return new ReleaseRefused(
      {
        en: `The release was not built: it needs more than the ${megabytes} MB of memory that SPCD_BUILD_MEMORY_MB allows, and what does not fit could not all be put aside in the private folder. Nothing has changed: releases that are published stay as they are. See that the disk of the private folder has room, set SPCD_BUILD_MEMORY_MB higher, and build again.`,
        cy: `Ni chafodd y datganiad ei adeiladu: mae arno angen mwy na'r ${megabytes} MB o gof y mae SPCD_BUILD_MEMORY_MB yn ei ganiatáu, ac ni ellid rhoi'r cyfan nad yw'n ffitio o'r neilltu yn y ffolder preifat. Nid oes dim wedi newid: mae datganiadau sydd wedi'u cyhoeddi yn aros fel y maent. Gwnewch yn siŵr bod lle ar ddisg y ffolder preifat, rhowch werth uwch i SPCD_BUILD_MEMORY_MB, ac adeiladwch eto.`,
      },
      { cause },
    );
  }

  static noDraft(release: string): ReleaseRefused {
    return new ReleaseRefused({
      en: `There is no built release ${release} waiting to be published. Build it first: spcd release build --id ${release}`,
      cy: `Nid oes datganiad ${release} wedi'i adeiladu yn aros i'w gyhoeddi. Adeiladwch ef yn gyntaf: spcd release build --id ${release}`,
    });
  }

  static alreadyPublished(release: string): ReleaseRefused {
    return new ReleaseRefused({
      en: `${release} is already published, and a published release never changes. Give the new one another id.`,
      cy: `Mae ${release} eisoes wedi'i gyhoeddi, ac nid yw datganiad cyhoeddedig byth yn newid. Rhowch enw arall i'r un newydd.`,
    });
  }

  static alreadyScheduled(release: string, at: Date): ReleaseRefused {
    return new ReleaseRefused({
      en: `${release} waits to become public at ${at.toISOString()}. To change that, take it back first: spcd release unschedule ${release}`,
      cy: `Mae ${release} yn aros i fod yn gyhoeddus am ${at.toISOString()}. I newid hynny, tynnwch ef yn ôl yn gyntaf: spcd release unschedule ${release}`,
    });
  }

  static scheduledLater(other: string, at: string): ReleaseRefused {
    return new ReleaseRefused({
      en: `${other} of the same collection is scheduled for ${at} and follows what is public now, so nothing can come between. Take it back first: spcd release unschedule ${other}`,
      cy: `Mae ${other} o'r un casgliad wedi'i amserlennu ar gyfer ${at} ac yn dilyn yr hyn sy'n gyhoeddus nawr, felly ni all dim ddod rhyngddynt. Tynnwch ef yn ôl yn gyntaf: spcd release unschedule ${other}`,
    });
  }

  static momentPassed(release: string, at: Date): ReleaseRefused {
    return new ReleaseRefused({
      en: `${release} cannot become public at ${at.toISOString()}: that has passed. Name a later moment, or none to publish it now.`,
      cy: `Ni all ${release} fod yn gyhoeddus am ${at.toISOString()}: mae hynny wedi mynd heibio. Enwch eiliad ddiweddarach, neu ddim i'w gyhoeddi nawr.`,
    });
  }

  static notScheduled(release: string): ReleaseRefused {
    return new ReleaseRefused({
      en: `No release ${release} waits for its moment. One that is public already can be withdrawn: spcd release withdraw ${release}`,
      cy: `Nid oes datganiad ${release} yn aros am ei eiliad. Gellir tynnu un sydd eisoes yn gyhoeddus yn ôl: spcd release withdraw ${release}`,
    });
  }

  static notPublished(release: string): ReleaseRefused {
    return new ReleaseRefused({
      en: `No release ${release} is published here. spcd release list shows those that are.`,
      cy: `Nid oes datganiad ${release} wedi'i gyhoeddi yma. Mae spcd release list yn dangos y rhai sydd.`,
    });
  }

  static damagedDraft(release: string, path: string): ReleaseRefused {
    return new ReleaseRefused({
      en: `${path} of ${release} is not the file that was built. Build the release again.`,
      cy: `Nid ${path} yn ${release} yw'r ffeil a adeiladwyd. Adeiladwch y datganiad eto.`,
    });
  }

  static badId(release: string): ReleaseRefused {
    return new ReleaseRefused({
      en: `${release} cannot name a release: use lower-case letters, digits and hyphens, at most 60, beginning with a letter or digit.`,
      cy: `Ni all ${release} enwi datganiad: defnyddiwch lythrennau bach, digidau a chysylltnodau, hyd at 60, gan ddechrau â llythyren neu ddigid.`,
    });
  }
}
