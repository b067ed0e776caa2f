/**
 * What forms may not record about people (inventory A9), as data: the words of each concept, and the uses of the same
 * words that name units, channels, premises and activities instead of people. The lists are by example and grow with
 * what turns up; `tests/kernel/forms/personal-data-faults.test.ts` holds examples of both kinds.
 */

/** Words that always speak of people sorted by belief, petitioning, control, offences, bodies or opinions. */
export const personWords: readonly RegExp[] = [
  // belief
  /宗教信仰|信仰(?!.{0,4}(场所|活动))|信教|教徒|信众|信徒|教民|教派|邪教人员|法轮功|全能神|门徒会|宗教人士|宗教(人员|情况|类别|身份|派别|背景|倾向)|参加.{0,4}宗教/u,
  // petitioning
  /上访|缠访|闹访|越级访|群访|非访|重访人|访民|信访(人|户|次数|记录|历史|史|老户|重点|对象|风险|隐患|倾向|情况|情形|诉求人|积分|状态|类型|等级|标签)|(有无|是否|曾|参与|涉)信访|涉诉(?=人员|信访|上访|涉访|涉法|户|对象|$)|涉访/u,
  // control, and what it is called instead
  /稳控|涉稳|维稳(?!中心)|布控|列管|盯防|管控(人|对象|级别|等级|状态|类型|责任人|名单|情况|标签)|重点(人员|人口|人群|对象|群体|户|关注|管控|管理人|监管人|稳|青少年)|重点人(?=$|[类名管级标])|特殊(人员|人群|人口|群体|对象|重点)|高危(人员|人群|对象)|危险(人员|分子|人物)|敏感(人员|人群|人物|身份)|关注(人员|人群|对象|群体)|不放心(人员|群体)|不稳定(人员|因素人)|风险(人员|人群)|五类人|六类人|七类(重点)?人|三失(一偏)?人员|八失人员|问题(人员|青少年)|闲散(人员|青少年|未成年人)|扬言报复|个人极端/u,
  // offences and correction
  /犯罪(记录|史|前科|情况|人员|类型)|违法(记录|史|前科|人员)|前科|案底|刑满|刑释|释放人员|服刑|劳教|解教|(矫正|帮教|安帮|安置帮教)(对象|人员|情况|类别|状态)|社区矫正(?!中心|机构|工作|局|小组|宣传|社工|委员)|安置帮教(?!工作|机构|办)|吸毒|涉毒|戒毒(人员|史|情况|者|对象|状态)|复吸|(涉黑|涉恶|涉赌|涉传|传销)(人员|对象|史)|参与传销/u,
  // body and identity by machine
  /指纹|虹膜|声纹|掌纹|步态|人脸|面部(特征|识别)|生物(特征|识别|信息)|基因|血型样本|(?<![A-Za-z])DNA/iu,
  // politics and opinion
  /政治(面貌|观点|立场|倾向|态度|信仰|身份|表现|言论|派别)|思想(动态|状况|波动|倾向|表现|情况|异常)|意识形态(?!工作)|不当言论|言论(?=记录|倾向|情况|表现|监测|$)|(不满|反动|敌对)(情绪|人员|分子|言论)|党派/u,
  // health and childbearing as a list of people
  /精神(障碍|病|疾病|异常)|肇事肇祸|艾滋|育龄|生育(史|状况|情况|意愿)|孕情|孕检|避孕|节育|计生对象|计划生育对象|超生/u,
  // scoring of residents, tracking of workers
  /(居民|住户|个人|村民|户主|家庭).{0,2}(积分|信用分|评分|扣分|诚信分|红黑榜|黑名单)|失信(人员|名单|居民)|轨迹(回放|查询|记录)|行动轨迹|行踪/u,
];

/**
 * Words that speak of people only where nothing else is named: as the whole title of an attribute, or as one of the
 * classes people are sorted into.
 */
export const bareWords =
  /^(是否|有无|有没有)?(宗教|信仰|信访|管控|管控措施|稳定|民族宗教|矫正|帮教|戒毒|禁毒|邪教|传销|犯罪|服刑|党员|党员身份|政治|思想|重点|特殊|维稳|舆情)(情况|类|类别|类型|人)?$/u;

/** Units, channels, premises, services and activities that have these words in their names. */
export const allowedUses: readonly RegExp[] = [
  /信访(局|办公室|办|代理|接待室?|接待大厅|窗口|渠道|部门|科|工作|事项|件|积案|中心|联席会议?|平台|信箱|条例|大厅|来源|转办|交办|案件|投诉)/gu,
  /上访(件|事项|接待)|(书记|领导|干部)接访|下访/gu,
  /宗教(活动)?(场所|团体|院校|建筑|局|事务|政策|设施|文物|教职人员资格证)|宗教活动(?=场所)|民族宗教(局|事务|委)/gu,
  /(邪教|传销|毒品|犯罪|非法集资|诈骗)(宣传|防范|预防|线索|警示)|反邪教(宣传|工作|知识|协会)?|打击传销(活动)?|防范(邪教|传销|非法集资|毒品|犯罪)/gu,
  /(禁毒|戒毒)(宣传|办|委员会|委|大队|所|中心|知识|社工|志愿者?|条例|讲座|医院|药物维持治疗门诊)|吸毒(危害|检测点)(宣传|讲座)?/gu,
  /(社区)?矫正(中心|机构|局|小组办公室|工作办公室)|司法所|安置帮教(办|工作办公室|工作站)/gu,
  /党员(志愿者?|义工|先锋岗|活动|服务队|人数|中心户|承诺|教育|大会|之家|远程教育)/gu,
  /(交通|扬尘|疫情|防疫|污染|源头|风险点|安全|垃圾|烟花爆竹|消防|道路|车辆|施工|油烟|噪声|噪音|通行|封闭|区域|临时|水域|森林|火源|动物|犬只|价格|质量|水质|预算|费用|门禁|秩序|流量|人流)管控(措施|区域|范围|点|时段|方案|要求|等级|情况)?/gu,
  /重点(人防|人行|场所|部位|单位|企业|项目|工程|区域|路段|时段|行业|领域|工作|任务|事项|人才|关注(的)?(问题|事项|部位|区域|场所)|保护(单位|建筑)|户外)/gu,
  /特殊(天气|时期|情况|工种|作业|设备|教育学校|说明|要求|困难|群体关爱日|需求|药品)/gu,
  /维稳(经费|办)|舆情(办|中心)/gu,
  /精神(文明|卫生中心|卫生服务|病院|病医院|卫生宣传)|生育(保险|津贴|服务证|登记)|育龄妇女健康讲座|基因检测(公司|机构)/gu,
  /(指纹|人脸|虹膜|刷脸)(识别)?(锁|门禁|门锁|闸机|考勤机|设备)/gu,
  /(垃圾分类|志愿(者|服务)|团队|商户|单位|网格).{0,2}(积分|评分|扣分)|(车辆|台风|航班|快递|物流|垃圾车|渣土车|车辆行驶)轨迹(回放|查询|记录)?/gu,
  /意识形态工作|思想(政治)?(教育|工作)(活动|课)?|政治(学习|理论学习|课)|人民法院|法庭/gu,
];

/** Titles of fields whose answers are matters, places or units; their choices name those. */
export const aboutMatters =
  /渠道|来源|场所|单位|部门|机构|窗口|活动|宣传|检查|事项|事件|案件|问题|业务|服务项目|工作|行业|设施|地点|地址|会议|主题|栏目|科室|领域|类别/u;

/** Titles of fields whose answers sort people, whatever else they name. */
export const aboutPeople =
  /人员|人群|人口|居民|住户|对象|身份|户主|家庭成员|本人|当事人|反映人|个人|群体|标签|特征|人物|走访类|必访/u;

/** English and pinyin words of field keys and ids, in their separate words: `religiousBelief` → religious belief. */
export const personKeyWords: readonly RegExp[] = [
  /\b(religion|religions|religious|faith|belief|beliefs|creed|cult|zong ?jiao( ?xin ?yang)?|xin ?yang|falungong)\b/u,
  /\b(petition|petitions|petitioner|petitioners|petitioning|shang ?fang|xin ?fang ?(ren|ci ?shu|ji ?lu))\b/u,
  /\b(wen ?kong|guan ?kong|she ?wen|wei ?wen|zhong ?dian ?ren|te ?shu ?ren|key (person|persons|people|personnel|population|group|groups|individual|individuals)|special (person|persons|people|personnel|population|group|groups)|stability (control|target|risk|maintenance)|(control|controlled) (target|targets|person|persons|people|personnel|level|status|object|group|list)|(high risk|sensitive|dangerous) (person|persons|people|personnel|group|groups|individual|individuals)|under control|surveillance|watch ?list|black ?list|person of interest)\b/u,
  /\b(crime|criminal|criminals|conviction|convictions|convict|convicts|offender|offenders|prisoner|prisoners|parole|parolee|probation|ex con|drug (user|users|addict|addicts|abuse|history|use)|addict|qian ?ke|xi ?du|jiao ?zheng|xing ?shi)\b/u,
  /\b(biometric|biometrics|fingerprint|fingerprints|face (id|feature|features|print|data|recognition)|facial|iris|voiceprint|voice print|palm print|dna|gait|genetic|zhi ?wen|ren ?lian)\b/u,
  /\b(political|politics|ideology|ideological|thought|thoughts|zheng ?zhi|si ?xiang)\b/u,
  /\b(mental (illness|disorder|disease|patient)|psychosis|childbearing|fertility|pregnancy|pregnant|contraception|hiv|aids)\b/u,
  /\b((resident|citizen|household|person) (score|points|credit|rating)|social credit|credit score|(movement|location|position) (track|tracks|history|trace))\b/u,
];

/** Keys that name a unit, channel, premises or activity although they hold one of these words. */
export const allowedKeyUses =
  /\b(petition|petitions|religious|religion|drug|crime|political|mental|criminal) (office|bureau|agency|agent|channel|window|centre|center|hotline|venue|venues|site|sites|place|places|premises|building|buildings|prevention|propaganda|education|campaign|clinic|hospital|health|court|study)\b/gu;

/** Titles under which people write who somebody is or how to reach them. */
export const personalTitles =
  /姓名|身份证|护照号|手机号?(码)?$|(联系|家庭|住宅|本人|反映人|家属|监护人)电话(号码)?|家庭住址|现住址|居住地址|户籍地址|出生(日期|年月)|微信号|银行(卡|账)号/u;
